-- What was published, submitted, calculated or audited stays as it is.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'a row of % never changes', tg_table_name using errcode = 'restrict_violation';
end $$;
--> statement-breakpoint
-- A submission keeps its answers; only who gave it may be forgotten.
create function refuse_changed_answers() returns trigger language plpgsql as $$
begin
  if to_jsonb(new) - 'link_id' - 'person_id' is distinct from to_jsonb(old) - 'link_id' - 'person_id'
    or (new.link_id is not null and new.link_id is distinct from old.link_id)
    or (new.person_id is not null and new.person_id is distinct from old.person_id)
  then
    raise exception 'a row of % never changes', tg_table_name using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger instrument_version_stays before update or delete on instrument_version
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger version_item_stays before update or delete on version_item
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger item_stays before update or delete on item
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger audit_event_stays before update or delete on audit_event
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger analysis_run_stays before update or delete on analysis_run
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger published_ranking_stays before update or delete on published_ranking
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger plan_stays before update or delete on plan
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger plan_listing_stays before update or delete on plan_listing
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger response_revision_stays before update on response_revision
  for each row execute function refuse_changed_answers();
--> statement-breakpoint
create trigger response_row_stays before update on response_row
  for each row execute function refuse_change();
