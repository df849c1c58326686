import { sql } from "drizzle-orm";
import { boolean, doublePrecision, integer, pgView, smallint, text, uuid } from "drizzle-orm/pg-core";
import { slug } from "./columns";
import type { ItemKind } from "./instruments";
import type { ResponseState } from "./responses";

/**
 * Every coded answer as a row, drafts and text excepted. Anonymous responses appear once their round has been closed
 * and shuffled, without a member.
 */
export const tidyAnswers = pgView("tidy_answer", {
  roundId: uuid("round_id").notNull(),
  /** Of the response, or of the anonymous response. */
  responseId: uuid("response_id").notNull(),
  /** `null` for anonymous responses. */
  revisionId: uuid("revision_id"),
  memberId: slug("member_id"),
  state: text("state").$type<ResponseState>().notNull(),
  /** Whether the revision is the response's current one. */
  current: boolean("current").notNull(),
  versionId: uuid("version_id").notNull(),
  itemId: uuid("item_id").notNull(),
  itemPosition: integer("item_position").notNull(),
  key: slug("key").notNull(),
  kind: text("kind").$type<ItemKind>().notNull(),
  measure: text("measure"),
  field: text("field"),
  unit: text("unit"),
  unitId: slug("unit_id"),
  rowKey: slug("row_key"),
  code: smallint("code"),
  number: doublePrecision("number"),
}).as(sql`
  with answered as (
    select r.round_id, r.id as response_id, v.id as revision_id, r.member_id, r.state,
      v.number = r.current_revision as current, v.version_id, null::integer as parent_position,
      null::text collate "C" as row_key, v.codes, v.numbers
    from response_revision v join response r on r.id = v.response_id
    union all
    select r.round_id, r.id, v.id, r.member_id, r.state, v.number = r.current_revision, v.version_id, w.position,
      w.row_key, w.codes, w.numbers
    from response_row w
      join response_revision v on v.id = w.revision_id
      join response r on r.id = v.response_id
    union all
    select a.round_id, a.id, null::uuid, null::text collate "C", 'submitted', true, a.version_id, null::integer,
      null::text collate "C", a.codes, a.numbers
    from anonymous_response a join round o on o.id = a.round_id
    where o.shuffled_at is not null
    union all
    select a.round_id, a.id, null::uuid, null::text collate "C", 'submitted', true, a.version_id, w.position,
      w.row_key, w.codes, w.numbers
    from anonymous_row w
      join anonymous_response a on a.id = w.response_id
      join round o on o.id = a.round_id
    where o.shuffled_at is not null
  )
  select a.round_id, a.response_id, a.revision_id, a.member_id, a.state, a.current, a.version_id,
    i.id as item_id, p.position as item_position, p.key, i.kind, i.measure, i.field, i.unit, i.unit_id, a.row_key,
    case when i.kind = 'closed' then a.codes[p.slot + 1] end as code,
    case when i.kind in ('number', 'date') then a.numbers[p.slot + 1] end as number
  from answered a
    join version_item p on p.version_id = a.version_id and p.parent_position is not distinct from a.parent_position
    join item i on i.id = p.item_id
  where p.slot is not null`);
