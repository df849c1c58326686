CREATE TABLE "carried_line" (
	"cycle_id" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"from_cycle_id" text COLLATE "C" NOT NULL,
	"title" text NOT NULL,
	"activity_id" text COLLATE "C",
	"proposal_id" uuid,
	"topic_ids" text[] DEFAULT '{}' NOT NULL,
	"member_ids" text[] DEFAULT '{}' NOT NULL,
	"because" jsonb,
	"state" text DEFAULT 'open' NOT NULL,
	"taken_up_as" text COLLATE "C",
	"dropped_because" text,
	"decided_at" timestamp with time zone,
	CONSTRAINT "carried_line_cycle_id_id_pk" PRIMARY KEY("cycle_id","id"),
	CONSTRAINT "carried_line_of" CHECK (("carried_line"."activity_id" is null) <> ("carried_line"."proposal_id" is null)),
	CONSTRAINT "carried_line_state" CHECK (case "carried_line"."state" when 'open' then "carried_line"."decided_at" is null
        when 'takenUp' then "carried_line"."decided_at" is not null and "carried_line"."taken_up_as" is not null
        when 'dropped' then "carried_line"."decided_at" is not null and "carried_line"."dropped_because" is not null
        else false end)
);
--> statement-breakpoint
CREATE TABLE "kpi_entry" (
	"id" uuid PRIMARY KEY NOT NULL,
	"framework_id" text COLLATE "C" NOT NULL,
	"action_id" text COLLATE "C" NOT NULL,
	"position" integer NOT NULL,
	"cycle_id" text COLLATE "C" NOT NULL,
	"value" double precision,
	"of" double precision,
	"source" text NOT NULL,
	"as_of" date NOT NULL,
	"entered_by" uuid,
	"entered_by_name" text NOT NULL,
	"entered_at" timestamp with time zone NOT NULL,
	"corrects" uuid,
	CONSTRAINT "kpi_entry_value" CHECK ("kpi_entry"."value" >= 0 and "kpi_entry"."of" >= 0)
);
--> statement-breakpoint
ALTER TABLE "cycle" ADD COLUMN "opened_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "cycle" ADD COLUMN "closed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "carried_line" ADD CONSTRAINT "carried_line_cycle_id_cycle_id_fk" FOREIGN KEY ("cycle_id") REFERENCES "public"."cycle"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "carried_line" ADD CONSTRAINT "carried_line_activity_id_activity_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activity"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "carried_line" ADD CONSTRAINT "carried_line_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "carried_line" ADD CONSTRAINT "carried_line_taken_up_as_activity_id_fk" FOREIGN KEY ("taken_up_as") REFERENCES "public"."activity"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "carried_line" ADD CONSTRAINT "carried_line_from_fk" FOREIGN KEY ("from_cycle_id") REFERENCES "public"."cycle"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kpi_entry" ADD CONSTRAINT "kpi_entry_cycle_id_cycle_id_fk" FOREIGN KEY ("cycle_id") REFERENCES "public"."cycle"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kpi_entry" ADD CONSTRAINT "kpi_entry_entered_by_person_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kpi_entry" ADD CONSTRAINT "kpi_entry_action_fk" FOREIGN KEY ("framework_id","action_id") REFERENCES "public"."action"("framework_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kpi_entry" ADD CONSTRAINT "kpi_entry_corrects_fk" FOREIGN KEY ("corrects") REFERENCES "public"."kpi_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "carried_line_activity" ON "carried_line" USING btree ("activity_id");--> statement-breakpoint
CREATE UNIQUE INDEX "kpi_entry_first" ON "kpi_entry" USING btree ("framework_id","action_id","position","cycle_id") WHERE "kpi_entry"."corrects" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "kpi_entry_corrected_once" ON "kpi_entry" USING btree ("corrects");--> statement-breakpoint
ALTER TABLE "cycle" ADD CONSTRAINT "cycle_closed" CHECK ("cycle"."closed_at" is null or "cycle"."opened_at" is not null);
--> statement-breakpoint
-- A figure that was entered is put right by a further entry; only who entered it may be forgotten.
create trigger kpi_entry_stays before delete on kpi_entry
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger kpi_entry_figures_stay
  before update of framework_id, action_id, position, cycle_id, value, "of", source, as_of, entered_at, corrects on kpi_entry
  for each row execute function refuse_change();
