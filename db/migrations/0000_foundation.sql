CREATE TABLE "activity" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"scope" text NOT NULL,
	"form" text NOT NULL,
	"target_group" text,
	"cycle_id" text COLLATE "C",
	"state" text DEFAULT 'planned' NOT NULL,
	"starts_on" date,
	"ends_on" date,
	"place" text,
	"host_member_id" text COLLATE "C",
	"training_centre_id" text COLLATE "C",
	"funder_id" text COLLATE "C",
	"cancelled_because" text,
	"synthetic" boolean DEFAULT false NOT NULL,
	CONSTRAINT "activity_state" CHECK ("activity"."state" in ('planned', 'confirmed', 'held', 'cancelled')),
	CONSTRAINT "activity_dates" CHECK ("activity"."starts_on" <= "activity"."ends_on")
);
--> statement-breakpoint
CREATE TABLE "activity_member" (
	"activity_id" text COLLATE "C" NOT NULL,
	"member_id" text COLLATE "C" NOT NULL,
	CONSTRAINT "activity_member_activity_id_member_id_pk" PRIMARY KEY("activity_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "activity_person" (
	"activity_id" text COLLATE "C" NOT NULL,
	"person_id" uuid NOT NULL,
	"part" text NOT NULL,
	CONSTRAINT "activity_person_activity_id_person_id_part_pk" PRIMARY KEY("activity_id","person_id","part"),
	CONSTRAINT "activity_person_part" CHECK ("activity_person"."part" in ('organiser', 'facilitator', 'lead', 'second'))
);
--> statement-breakpoint
CREATE TABLE "activity_topic" (
	"activity_id" text COLLATE "C" NOT NULL,
	"topic_id" text COLLATE "C" NOT NULL,
	CONSTRAINT "activity_topic_activity_id_topic_id_pk" PRIMARY KEY("activity_id","topic_id")
);
--> statement-breakpoint
CREATE TABLE "participant" (
	"id" uuid PRIMARY KEY NOT NULL,
	"activity_id" text COLLATE "C" NOT NULL,
	"member_id" text COLLATE "C",
	"person_id" uuid,
	"gender" text,
	"count" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "participant_gender" CHECK ("participant"."gender" in ('woman', 'man', 'other')),
	CONSTRAINT "participant_count" CHECK ("participant"."count" > 0 and ("participant"."person_id" is null or "participant"."count" = 1))
);
--> statement-breakpoint
CREATE TABLE "pledge" (
	"id" uuid PRIMARY KEY NOT NULL,
	"activity_id" text COLLATE "C" NOT NULL,
	"member_id" text COLLATE "C",
	"email" text,
	"language" text NOT NULL,
	"action" text NOT NULL,
	"by_when" date,
	"with_whom" text,
	"supervisor_support" text,
	"state" text DEFAULT 'open' NOT NULL,
	"pledged_on" date NOT NULL,
	"followed_up_at" timestamp with time zone,
	CONSTRAINT "pledge_state" CHECK ("pledge"."state" in ('open', 'underWay', 'done', 'stuck', 'dropped')),
	CONSTRAINT "pledge_contact" CHECK ("pledge"."email" = lower("pledge"."email"))
);
--> statement-breakpoint
CREATE TABLE "cycle" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	CONSTRAINT "cycle_dates" CHECK ("cycle"."starts_on" < "cycle"."ends_on")
);
--> statement-breakpoint
CREATE TABLE "expert_availability" (
	"person_id" uuid NOT NULL,
	"cycle_id" text COLLATE "C" NOT NULL,
	"month" integer NOT NULL,
	"available" boolean NOT NULL,
	CONSTRAINT "expert_availability_person_id_cycle_id_month_pk" PRIMARY KEY("person_id","cycle_id","month"),
	CONSTRAINT "expert_availability_month" CHECK ("expert_availability"."month" between 1 and 12)
);
--> statement-breakpoint
CREATE TABLE "expert_conflict" (
	"person_id" uuid NOT NULL,
	"member_id" text COLLATE "C" NOT NULL,
	"kind" text NOT NULL,
	"since" date NOT NULL,
	"note" text,
	CONSTRAINT "expert_conflict_person_id_member_id_pk" PRIMARY KEY("person_id","member_id"),
	CONSTRAINT "expert_conflict_kind" CHECK ("expert_conflict"."kind" in ('dispute', 'declined'))
);
--> statement-breakpoint
CREATE TABLE "expert_language" (
	"person_id" uuid NOT NULL,
	"language" text NOT NULL,
	CONSTRAINT "expert_language_person_id_language_pk" PRIMARY KEY("person_id","language")
);
--> statement-breakpoint
CREATE TABLE "expert_topic" (
	"person_id" uuid NOT NULL,
	"topic_id" text COLLATE "C" NOT NULL,
	CONSTRAINT "expert_topic_person_id_topic_id_pk" PRIMARY KEY("person_id","topic_id")
);
--> statement-breakpoint
CREATE TABLE "expert" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"gender" text,
	"training_centre_id" text COLLATE "C",
	"released" boolean NOT NULL,
	"missions_per_year" smallint,
	"confirmed_cycle_id" text COLLATE "C",
	"nominated_by" text,
	"consent_at" timestamp with time zone,
	"note" text,
	"synthetic" boolean DEFAULT false NOT NULL,
	CONSTRAINT "expert_kind" CHECK ("expert"."kind" in ('pool', 'recognised', 'office', 'wco', 'partner')),
	CONSTRAINT "expert_gender" CHECK ("expert"."gender" in ('woman', 'man', 'other')),
	CONSTRAINT "expert_nominated_by" CHECK ("expert"."nominated_by" in ('administration', 'trainingCentre')),
	CONSTRAINT "expert_missions" CHECK ("expert"."missions_per_year" >= 0)
);
--> statement-breakpoint
CREATE TABLE "standing" (
	"person_id" uuid NOT NULL,
	"area_id" text COLLATE "C" NOT NULL,
	"step" text NOT NULL,
	"since" date NOT NULL,
	"note" text,
	CONSTRAINT "standing_person_id_area_id_since_step_pk" PRIMARY KEY("person_id","area_id","since","step"),
	CONSTRAINT "standing_step" CHECK ("standing"."step" in ('nominated', 'preScreened', 'preAccredited', 'inFieldMissions', 'accredited', 'lapsed', 'withdrawn'))
);
--> statement-breakpoint
CREATE TABLE "instrument_draft" (
	"instrument_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"definition" text NOT NULL,
	"revision" integer NOT NULL,
	"based_on_version_id" uuid,
	"saved_by" uuid,
	"saved_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "instrument_version" (
	"id" uuid PRIMARY KEY NOT NULL,
	"instrument_id" text COLLATE "C" NOT NULL,
	"number" integer NOT NULL,
	"definition" text NOT NULL,
	"definition_sha256" char(64) NOT NULL,
	"languages" text[] NOT NULL,
	"note" text,
	"published_by" uuid,
	"published_at" timestamp with time zone NOT NULL,
	CONSTRAINT "instrument_version_number_positive" CHECK ("instrument_version"."number" > 0)
);
--> statement-breakpoint
CREATE TABLE "instrument" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"title" jsonb NOT NULL,
	"anonymous" boolean NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "item" (
	"id" uuid PRIMARY KEY NOT NULL,
	"instrument_id" text COLLATE "C" NOT NULL,
	"key" text COLLATE "C" NOT NULL,
	"series" smallint DEFAULT 1 NOT NULL,
	"kind" text NOT NULL,
	"measure" text,
	"field" text,
	"unit" text,
	"unit_id" text COLLATE "C",
	"scale" text,
	CONSTRAINT "item_kind" CHECK ("item"."kind" in ('closed', 'number', 'date', 'text', 'rows'))
);
--> statement-breakpoint
CREATE TABLE "version_item" (
	"version_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"item_id" uuid NOT NULL,
	"key" text COLLATE "C" NOT NULL,
	"parent_position" integer,
	"slot" smallint,
	"series_break" boolean DEFAULT false NOT NULL,
	CONSTRAINT "version_item_version_id_position_pk" PRIMARY KEY("version_id","position")
);
--> statement-breakpoint
CREATE TABLE "office" (
	"id" smallint PRIMARY KEY DEFAULT 1 NOT NULL,
	"pack_id" text COLLATE "C" NOT NULL,
	"name" text NOT NULL,
	"anchor_date" date NOT NULL,
	"settings" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"synthetic" boolean NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "office_is_one_row" CHECK ("office"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "audit_event" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_id" uuid,
	"link_id" uuid,
	"action" text COLLATE "C" NOT NULL,
	"subject_type" text COLLATE "C" NOT NULL,
	"subject_id" text COLLATE "C" NOT NULL,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idempotency_key" (
	"scope" text COLLATE "C" NOT NULL,
	"key" text COLLATE "C" NOT NULL,
	"request_hash" char(64) NOT NULL,
	"outcome" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "idempotency_key_scope_key_pk" PRIMARY KEY("scope","key")
);
--> statement-breakpoint
CREATE TABLE "job" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"payload" jsonb NOT NULL,
	"state" text DEFAULT 'queued' NOT NULL,
	"only_key" text COLLATE "C",
	"priority" integer DEFAULT 0 NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"max_attempts" integer DEFAULT 3 NOT NULL,
	"run_after" timestamp with time zone NOT NULL,
	"worker" text,
	"heartbeat_at" timestamp with time zone,
	"progress" jsonb,
	"result" jsonb,
	"error" text,
	"subject_type" text COLLATE "C",
	"subject_id" text COLLATE "C",
	"created_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	"cancel_requested_at" timestamp with time zone,
	CONSTRAINT "job_state" CHECK ("job"."state" in ('queued', 'running', 'finished', 'failed', 'cancelled')),
	CONSTRAINT "job_running" CHECK ("job"."state" <> 'running' or ("job"."worker" is not null and "job"."heartbeat_at" is not null)),
	CONSTRAINT "job_ended" CHECK (("job"."state" in ('finished', 'failed', 'cancelled')) = ("job"."finished_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "outgoing_mail" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text COLLATE "C" NOT NULL,
	"to_address" text NOT NULL,
	"to_person_id" uuid,
	"language" text NOT NULL,
	"template" text COLLATE "C" NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"html" text,
	"subject_type" text COLLATE "C",
	"subject_id" text COLLATE "C",
	"state" text DEFAULT 'queued' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_error" text,
	"created_at" timestamp with time zone NOT NULL,
	"send_after" timestamp with time zone NOT NULL,
	"claimed_at" timestamp with time zone,
	"sent_at" timestamp with time zone,
	CONSTRAINT "outgoing_mail_state" CHECK ("outgoing_mail"."state" in ('queued', 'sending', 'sent', 'failed')),
	CONSTRAINT "outgoing_mail_sent" CHECK (("outgoing_mail"."state" = 'sent') = ("outgoing_mail"."sent_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "person" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text,
	"language" text DEFAULT 'en' NOT NULL,
	"member_id" text COLLATE "C",
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "person_email_lower" CHECK ("person"."email" = lower("person"."email"))
);
--> statement-breakpoint
CREATE TABLE "role_grant" (
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"member_id" text COLLATE "C",
	"granted_by" uuid,
	"granted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "role_grant_person_id_role_pk" PRIMARY KEY("person_id","role"),
	CONSTRAINT "role_grant_role" CHECK ("role_grant"."role" in ('administrator', 'coordinator', 'planner', 'member', 'viewer')),
	CONSTRAINT "role_grant_member" CHECK (case "role_grant"."role" when 'member' then "role_grant"."member_id" is not null when 'coordinator' then true else "role_grant"."member_id" is null end)
);
--> statement-breakpoint
CREATE TABLE "session" (
	"token_hash" char(64) PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"user_agent" text
);
--> statement-breakpoint
CREATE TABLE "sign_in_link" (
	"token_hash" char(64) PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"redirect_to" text,
	CONSTRAINT "sign_in_link_redirect" CHECK ("sign_in_link"."redirect_to" like '/%' and "sign_in_link"."redirect_to" not like '//%')
);
--> statement-breakpoint
CREATE TABLE "plan_listing" (
	"plan_id" uuid NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"framework_id" text COLLATE "C" NOT NULL,
	"action_id" text COLLATE "C" NOT NULL,
	"position" integer NOT NULL,
	"activity_id" text COLLATE "C" NOT NULL,
	"title" text NOT NULL,
	"see_also_printed" text,
	"see_also" text[] DEFAULT '{}' NOT NULL,
	"member_ids" text[] DEFAULT '{}' NOT NULL,
	"cell_uncertain" boolean DEFAULT false NOT NULL,
	CONSTRAINT "plan_listing_plan_id_id_pk" PRIMARY KEY("plan_id","id")
);
--> statement-breakpoint
CREATE TABLE "plan" (
	"id" uuid PRIMARY KEY NOT NULL,
	"cycle_id" text COLLATE "C" NOT NULL,
	"edition" integer NOT NULL,
	"framework_id" text COLLATE "C" NOT NULL,
	"title" text NOT NULL,
	"origin" text NOT NULL,
	"proposal_id" uuid,
	"document" text NOT NULL,
	"sha256" char(64) NOT NULL,
	"approved_by" uuid,
	"approved_by_name" text,
	"approved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "plan_origin" CHECK ("plan"."origin" in ('approved', 'loaded')),
	CONSTRAINT "plan_approved" CHECK ("plan"."origin" <> 'approved' or ("plan"."proposal_id" is not null and "plan"."approved_by_name" is not null))
);
--> statement-breakpoint
CREATE TABLE "proposal_line" (
	"proposal_id" uuid NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"content" jsonb NOT NULL,
	"included" boolean NOT NULL,
	"lock" text,
	"reason" jsonb,
	"score" double precision,
	"cost" double precision,
	CONSTRAINT "proposal_line_proposal_id_id_pk" PRIMARY KEY("proposal_id","id"),
	CONSTRAINT "proposal_line_kind" CHECK ("proposal_line"."kind" in ('standing', 'fixed', 'needs')),
	CONSTRAINT "proposal_line_lock" CHECK ("proposal_line"."lock" in ('in', 'out')),
	CONSTRAINT "proposal_line_locked" CHECK (case "proposal_line"."lock" when 'in' then "proposal_line"."included" when 'out' then not "proposal_line"."included" else true end)
);
--> statement-breakpoint
CREATE TABLE "proposal" (
	"id" uuid PRIMARY KEY NOT NULL,
	"cycle_id" text COLLATE "C" NOT NULL,
	"name" text NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"settings" jsonb NOT NULL,
	"ranking_run_id" uuid,
	"solve_run_id" uuid,
	"created_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "proposal_state" CHECK ("proposal"."state" in ('draft', 'approved', 'discarded'))
);
--> statement-breakpoint
CREATE TABLE "accreditation_area" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"name" jsonb NOT NULL,
	"position" integer NOT NULL,
	"active" boolean DEFAULT true NOT NULL
);
--> statement-breakpoint
CREATE TABLE "action_milestone" (
	"framework_id" text COLLATE "C" NOT NULL,
	"action_id" text COLLATE "C" NOT NULL,
	"milestone_id" text COLLATE "C" NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "action_milestone_framework_id_action_id_milestone_id_pk" PRIMARY KEY("framework_id","action_id","milestone_id")
);
--> statement-breakpoint
CREATE TABLE "action_topic" (
	"framework_id" text COLLATE "C" NOT NULL,
	"action_id" text COLLATE "C" NOT NULL,
	"topic_id" text COLLATE "C" NOT NULL,
	CONSTRAINT "action_topic_framework_id_action_id_topic_id_pk" PRIMARY KEY("framework_id","action_id","topic_id")
);
--> statement-breakpoint
CREATE TABLE "action" (
	"framework_id" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"pillar_number" smallint NOT NULL,
	"letter" text NOT NULL,
	"label" text NOT NULL,
	"text" text NOT NULL,
	"rsp_printed" text,
	"kpis" text[] DEFAULT '{}' NOT NULL,
	"target_text" text[] DEFAULT '{}' NOT NULL,
	"timeframe" text,
	"shares_work_with" text[] DEFAULT '{}' NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "action_framework_id_id_pk" PRIMARY KEY("framework_id","id")
);
--> statement-breakpoint
CREATE TABLE "funder" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"name" jsonb NOT NULL,
	"kind" text NOT NULL,
	"amount" jsonb,
	"conditions" jsonb NOT NULL,
	"text" jsonb NOT NULL,
	"position" integer NOT NULL,
	"active" boolean DEFAULT true NOT NULL
);
--> statement-breakpoint
CREATE TABLE "group_membership" (
	"group_id" text COLLATE "C" NOT NULL,
	"member_id" text COLLATE "C" NOT NULL,
	CONSTRAINT "group_membership_group_id_member_id_pk" PRIMARY KEY("group_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "kpi_target" (
	"framework_id" text COLLATE "C" NOT NULL,
	"action_id" text COLLATE "C" NOT NULL,
	"position" integer NOT NULL,
	"kpi" smallint,
	"kind" text NOT NULL,
	"at_least" double precision NOT NULL,
	"of" double precision,
	"basis" text,
	"statistic" text,
	CONSTRAINT "kpi_target_framework_id_action_id_position_pk" PRIMARY KEY("framework_id","action_id","position"),
	CONSTRAINT "kpi_target_kind" CHECK ("kpi_target"."kind" in ('members', 'perMonth', 'perQuarter', 'perYear', 'perTwoYears', 'share', 'score'))
);
--> statement-breakpoint
CREATE TABLE "member_group" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"name" jsonb NOT NULL,
	"lens" boolean NOT NULL,
	"members_known" boolean NOT NULL,
	"position" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "member" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name" jsonb NOT NULL,
	"variants" text[] DEFAULT '{}' NOT NULL,
	"sub_region_id" text COLLATE "C" NOT NULL,
	"stratum_id" text COLLATE "C" NOT NULL,
	"languages" text[] DEFAULT '{}' NOT NULL,
	"working_languages" text[] DEFAULT '{}' NOT NULL,
	"time_zone" text NOT NULL,
	"position" integer NOT NULL,
	"active" boolean DEFAULT true NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pillar" (
	"framework_id" text COLLATE "C" NOT NULL,
	"number" smallint NOT NULL,
	"title" text NOT NULL,
	"label" jsonb,
	CONSTRAINT "pillar_framework_id_number_pk" PRIMARY KEY("framework_id","number")
);
--> statement-breakpoint
CREATE TABLE "plan_framework" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"title_template" text,
	"columns" jsonb,
	"rsp" text NOT NULL,
	"period_start" text NOT NULL,
	"period_end" text NOT NULL,
	"member_count" integer
);
--> statement-breakpoint
CREATE TABLE "rsp_milestone" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"rsp" text NOT NULL,
	"objective" text NOT NULL,
	"number" smallint,
	"text" text
);
--> statement-breakpoint
CREATE TABLE "section" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"name" jsonb NOT NULL,
	"position" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "setting" (
	"key" text COLLATE "C" PRIMARY KEY NOT NULL,
	"pack" jsonb NOT NULL,
	"office" jsonb,
	"changed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "stratum" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"name" jsonb NOT NULL,
	"position" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sub_region" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"name" jsonb NOT NULL,
	"position" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "topic" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"name" jsonb NOT NULL,
	"short_name" jsonb NOT NULL,
	"abbreviation" jsonb,
	"description" jsonb NOT NULL,
	"section_id" text COLLATE "C" NOT NULL,
	"rated" boolean NOT NULL,
	"accreditation_area_id" text COLLATE "C",
	"position" integer NOT NULL,
	"active" boolean DEFAULT true NOT NULL
);
--> statement-breakpoint
CREATE TABLE "training_centre" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"name" jsonb NOT NULL,
	"member_id" text COLLATE "C" NOT NULL,
	"place" text NOT NULL,
	"hosts" jsonb NOT NULL,
	"position" integer NOT NULL,
	"active" boolean DEFAULT true NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mission_seat" (
	"mission_id" uuid NOT NULL,
	"seat" text NOT NULL,
	"person_id" uuid NOT NULL,
	"rating" smallint,
	"evaluated_on" date,
	CONSTRAINT "mission_seat_mission_id_seat_pk" PRIMARY KEY("mission_id","seat"),
	CONSTRAINT "mission_seat_seat" CHECK ("mission_seat"."seat" in ('lead', 'second')),
	CONSTRAINT "mission_seat_rating" CHECK ("mission_seat"."rating" between 1 and 5),
	CONSTRAINT "mission_seat_evaluated" CHECK (("mission_seat"."rating" is null) = ("mission_seat"."evaluated_on" is null))
);
--> statement-breakpoint
CREATE TABLE "mission" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" text COLLATE "C" NOT NULL,
	"topic_id" text COLLATE "C" NOT NULL,
	"kind" text NOT NULL,
	"request_id" uuid,
	"activity_id" text COLLATE "C",
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"synthetic" boolean DEFAULT false NOT NULL,
	CONSTRAINT "mission_kind" CHECK ("mission"."kind" in ('support', 'diagnostic', 'remote')),
	CONSTRAINT "mission_dates" CHECK ("mission"."starts_on" <= "mission"."ends_on")
);
--> statement-breakpoint
CREATE TABLE "request" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" text COLLATE "C" NOT NULL,
	"topic_id" text COLLATE "C" NOT NULL,
	"cycle_id" text COLLATE "C" NOT NULL,
	"response_id" uuid,
	"row_key" text COLLATE "C",
	"result" text NOT NULL,
	"ability" text,
	"months" smallint[] DEFAULT '{}' NOT NULL,
	"mode" text,
	"language" text,
	"willing_to_host" boolean DEFAULT false NOT NULL,
	"contribution" text,
	"asked_elsewhere" text[] DEFAULT '{}' NOT NULL,
	"consent" boolean DEFAULT false NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"not_because" text,
	"activity_id" text COLLATE "C",
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "request_state" CHECK ("request"."state" in ('open', 'planned', 'met', 'notThisYear', 'withdrawn')),
	CONSTRAINT "request_from" CHECK (("request"."response_id" is null) = ("request"."row_key" is null))
);
--> statement-breakpoint
CREATE TABLE "anonymous_key" (
	"round_id" uuid NOT NULL,
	"key" text COLLATE "C" NOT NULL,
	CONSTRAINT "anonymous_key_round_id_key_pk" PRIMARY KEY("round_id","key")
);
--> statement-breakpoint
CREATE TABLE "anonymous_response" (
	"id" uuid PRIMARY KEY NOT NULL,
	"round_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"document" jsonb NOT NULL,
	"codes" smallint[] NOT NULL,
	"numbers" double precision[] NOT NULL,
	"given" jsonb NOT NULL,
	"language" text NOT NULL,
	"received_on" date NOT NULL
);
--> statement-breakpoint
CREATE TABLE "anonymous_row" (
	"response_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"row_key" text COLLATE "C" NOT NULL,
	"ordinal" integer NOT NULL,
	"codes" smallint[] NOT NULL,
	"numbers" double precision[] NOT NULL,
	CONSTRAINT "anonymous_row_response_id_position_row_key_pk" PRIMARY KEY("response_id","position","row_key")
);
--> statement-breakpoint
CREATE TABLE "draft_entry" (
	"response_id" uuid NOT NULL,
	"path" text COLLATE "C" NOT NULL,
	"value" jsonb,
	"version" integer NOT NULL,
	"confirmed" boolean DEFAULT false NOT NULL,
	"link_id" uuid,
	"person_id" uuid,
	"saved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "draft_entry_response_id_path_pk" PRIMARY KEY("response_id","path"),
	CONSTRAINT "draft_entry_version_positive" CHECK ("draft_entry"."version" > 0)
);
--> statement-breakpoint
CREATE TABLE "draft_save" (
	"response_id" uuid NOT NULL,
	"client_key" text COLLATE "C" NOT NULL,
	"path" text COLLATE "C" NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "draft_save_response_id_client_key_pk" PRIMARY KEY("response_id","client_key")
);
--> statement-breakpoint
CREATE TABLE "response_revision" (
	"id" uuid PRIMARY KEY NOT NULL,
	"response_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"version_id" uuid NOT NULL,
	"document" jsonb NOT NULL,
	"codes" smallint[] NOT NULL,
	"numbers" double precision[] NOT NULL,
	"given" jsonb NOT NULL,
	"hidden" text[] NOT NULL,
	"confirmed" text[] NOT NULL,
	"language" text NOT NULL,
	"link_id" uuid,
	"person_id" uuid,
	"client_key" text COLLATE "C" NOT NULL,
	"receipt" text COLLATE "C" NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	CONSTRAINT "response_revision_number_positive" CHECK ("response_revision"."number" > 0)
);
--> statement-breakpoint
CREATE TABLE "response_row" (
	"revision_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"row_key" text COLLATE "C" NOT NULL,
	"ordinal" integer NOT NULL,
	"codes" smallint[] NOT NULL,
	"numbers" double precision[] NOT NULL,
	CONSTRAINT "response_row_revision_id_position_row_key_pk" PRIMARY KEY("revision_id","position","row_key")
);
--> statement-breakpoint
CREATE TABLE "response_state_change" (
	"id" uuid PRIMARY KEY NOT NULL,
	"response_id" uuid NOT NULL,
	"from_state" text,
	"to_state" text NOT NULL,
	"revision" integer NOT NULL,
	"person_id" uuid,
	"link_id" uuid,
	"signed_name" text,
	"reason" text,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "response" (
	"id" uuid PRIMARY KEY NOT NULL,
	"round_id" uuid NOT NULL,
	"invitation_id" uuid,
	"member_id" text COLLATE "C",
	"shared" boolean DEFAULT false NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"current_revision" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "response_state" CHECK ("response"."state" in ('draft', 'submitted', 'signedOff', 'reopened', 'withdrawn')),
	CONSTRAINT "response_revision_counts" CHECK ("response"."current_revision" >= 0),
	CONSTRAINT "response_submitted" CHECK ("response"."state" not in ('submitted', 'signedOff') or "response"."current_revision" > 0)
);
--> statement-breakpoint
CREATE TABLE "invitation_given_row" (
	"invitation_id" uuid NOT NULL,
	"list" text COLLATE "C" NOT NULL,
	"row_id" text COLLATE "C" NOT NULL,
	"position" integer NOT NULL,
	"row" jsonb NOT NULL,
	CONSTRAINT "invitation_given_row_invitation_id_list_row_id_pk" PRIMARY KEY("invitation_id","list","row_id")
);
--> statement-breakpoint
CREATE TABLE "invitation_link" (
	"id" uuid PRIMARY KEY NOT NULL,
	"invitation_id" uuid NOT NULL,
	"token_hash" char(64) NOT NULL,
	"sections" text[],
	"holder" text,
	"language" text,
	"created_at" timestamp with time zone NOT NULL,
	"opened_at" timestamp with time zone,
	"expires_at" timestamp with time zone,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "invitation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"round_id" uuid NOT NULL,
	"member_id" text COLLATE "C",
	"person_id" uuid,
	"email" text,
	"language" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "round_given_row" (
	"round_id" uuid NOT NULL,
	"list" text COLLATE "C" NOT NULL,
	"row_id" text COLLATE "C" NOT NULL,
	"position" integer NOT NULL,
	"row" jsonb NOT NULL,
	CONSTRAINT "round_given_row_round_id_list_row_id_pk" PRIMARY KEY("round_id","list","row_id")
);
--> statement-breakpoint
CREATE TABLE "round" (
	"id" uuid PRIMARY KEY NOT NULL,
	"cycle_id" text COLLATE "C" NOT NULL,
	"version_id" uuid NOT NULL,
	"name" text NOT NULL,
	"audience" text NOT NULL,
	"anonymous" boolean NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"opens_on" date NOT NULL,
	"closes_on" date NOT NULL,
	"time_zone" text,
	"activity_id" text COLLATE "C",
	"previous_round_id" uuid,
	"practice" boolean DEFAULT false NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"opened_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"shuffled_at" timestamp with time zone,
	CONSTRAINT "round_dates" CHECK ("round"."opens_on" <= "round"."closes_on"),
	CONSTRAINT "round_audience" CHECK ("round"."audience" in ('members', 'participants', 'shared')),
	CONSTRAINT "round_state" CHECK ("round"."state" in ('draft', 'open', 'closed')),
	CONSTRAINT "round_opened" CHECK ("round"."state" = 'draft' or "round"."opened_at" is not null),
	CONSTRAINT "round_closed" CHECK (("round"."state" = 'closed') = ("round"."closed_at" is not null)),
	CONSTRAINT "round_anonymous_shared" CHECK (not "round"."anonymous" or "round"."audience" = 'shared')
);
--> statement-breakpoint
CREATE TABLE "section_assignment" (
	"invitation_id" uuid NOT NULL,
	"section" text COLLATE "C" NOT NULL,
	"link_id" uuid NOT NULL,
	"assigned_at" timestamp with time zone NOT NULL,
	"done_at" timestamp with time zone,
	CONSTRAINT "section_assignment_invitation_id_section_pk" PRIMARY KEY("invitation_id","section")
);
--> statement-breakpoint
CREATE TABLE "analysis_run_revision" (
	"run_id" uuid NOT NULL,
	"revision_id" uuid NOT NULL,
	CONSTRAINT "analysis_run_revision_run_id_revision_id_pk" PRIMARY KEY("run_id","revision_id")
);
--> statement-breakpoint
CREATE TABLE "analysis_run" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"round_id" uuid,
	"cycle_id" text COLLATE "C",
	"document" text NOT NULL,
	"sha256" char(64) NOT NULL,
	"input_sha256" char(64) NOT NULL,
	"parameters" jsonb NOT NULL,
	"methods" jsonb NOT NULL,
	"seed" text,
	"created_by" uuid,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "published_ranking" (
	"id" uuid PRIMARY KEY NOT NULL,
	"run_id" uuid NOT NULL,
	"name" text NOT NULL,
	"note" text NOT NULL,
	"published_by" uuid,
	"published_by_name" text NOT NULL,
	"published_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "activity" ADD CONSTRAINT "activity_cycle_id_cycle_id_fk" FOREIGN KEY ("cycle_id") REFERENCES "public"."cycle"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity" ADD CONSTRAINT "activity_host_member_id_member_id_fk" FOREIGN KEY ("host_member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity" ADD CONSTRAINT "activity_training_centre_id_training_centre_id_fk" FOREIGN KEY ("training_centre_id") REFERENCES "public"."training_centre"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity" ADD CONSTRAINT "activity_funder_id_funder_id_fk" FOREIGN KEY ("funder_id") REFERENCES "public"."funder"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_member" ADD CONSTRAINT "activity_member_activity_id_activity_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activity"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_member" ADD CONSTRAINT "activity_member_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_person" ADD CONSTRAINT "activity_person_activity_id_activity_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activity"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_person" ADD CONSTRAINT "activity_person_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_topic" ADD CONSTRAINT "activity_topic_activity_id_activity_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activity"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_topic" ADD CONSTRAINT "activity_topic_topic_id_topic_id_fk" FOREIGN KEY ("topic_id") REFERENCES "public"."topic"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participant" ADD CONSTRAINT "participant_activity_id_activity_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activity"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participant" ADD CONSTRAINT "participant_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participant" ADD CONSTRAINT "participant_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pledge" ADD CONSTRAINT "pledge_activity_id_activity_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activity"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pledge" ADD CONSTRAINT "pledge_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expert_availability" ADD CONSTRAINT "expert_availability_person_id_expert_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."expert"("person_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expert_availability" ADD CONSTRAINT "expert_availability_cycle_id_cycle_id_fk" FOREIGN KEY ("cycle_id") REFERENCES "public"."cycle"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expert_conflict" ADD CONSTRAINT "expert_conflict_person_id_expert_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."expert"("person_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expert_conflict" ADD CONSTRAINT "expert_conflict_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expert_language" ADD CONSTRAINT "expert_language_person_id_expert_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."expert"("person_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expert_topic" ADD CONSTRAINT "expert_topic_person_id_expert_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."expert"("person_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expert_topic" ADD CONSTRAINT "expert_topic_topic_id_topic_id_fk" FOREIGN KEY ("topic_id") REFERENCES "public"."topic"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expert" ADD CONSTRAINT "expert_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expert" ADD CONSTRAINT "expert_training_centre_id_training_centre_id_fk" FOREIGN KEY ("training_centre_id") REFERENCES "public"."training_centre"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expert" ADD CONSTRAINT "expert_confirmed_cycle_id_cycle_id_fk" FOREIGN KEY ("confirmed_cycle_id") REFERENCES "public"."cycle"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standing" ADD CONSTRAINT "standing_person_id_expert_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."expert"("person_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standing" ADD CONSTRAINT "standing_area_id_accreditation_area_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."accreditation_area"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instrument_draft" ADD CONSTRAINT "instrument_draft_instrument_id_instrument_id_fk" FOREIGN KEY ("instrument_id") REFERENCES "public"."instrument"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instrument_draft" ADD CONSTRAINT "instrument_draft_based_on_version_id_instrument_version_id_fk" FOREIGN KEY ("based_on_version_id") REFERENCES "public"."instrument_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instrument_version" ADD CONSTRAINT "instrument_version_instrument_id_instrument_id_fk" FOREIGN KEY ("instrument_id") REFERENCES "public"."instrument"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item" ADD CONSTRAINT "item_instrument_id_instrument_id_fk" FOREIGN KEY ("instrument_id") REFERENCES "public"."instrument"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version_item" ADD CONSTRAINT "version_item_version_id_instrument_version_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."instrument_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version_item" ADD CONSTRAINT "version_item_item_id_item_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."item"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version_item" ADD CONSTRAINT "version_item_parent_fk" FOREIGN KEY ("version_id","parent_position") REFERENCES "public"."version_item"("version_id","position") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job" ADD CONSTRAINT "job_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outgoing_mail" ADD CONSTRAINT "outgoing_mail_to_person_id_person_id_fk" FOREIGN KEY ("to_person_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_in_link" ADD CONSTRAINT "sign_in_link_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_listing" ADD CONSTRAINT "plan_listing_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_listing" ADD CONSTRAINT "plan_listing_activity_id_activity_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activity"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_listing" ADD CONSTRAINT "plan_listing_action_fk" FOREIGN KEY ("framework_id","action_id") REFERENCES "public"."action"("framework_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan" ADD CONSTRAINT "plan_cycle_id_cycle_id_fk" FOREIGN KEY ("cycle_id") REFERENCES "public"."cycle"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan" ADD CONSTRAINT "plan_framework_id_plan_framework_id_fk" FOREIGN KEY ("framework_id") REFERENCES "public"."plan_framework"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan" ADD CONSTRAINT "plan_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_line" ADD CONSTRAINT "proposal_line_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_cycle_id_cycle_id_fk" FOREIGN KEY ("cycle_id") REFERENCES "public"."cycle"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_ranking_run_id_analysis_run_id_fk" FOREIGN KEY ("ranking_run_id") REFERENCES "public"."analysis_run"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_solve_run_id_analysis_run_id_fk" FOREIGN KEY ("solve_run_id") REFERENCES "public"."analysis_run"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_milestone" ADD CONSTRAINT "action_milestone_milestone_id_rsp_milestone_id_fk" FOREIGN KEY ("milestone_id") REFERENCES "public"."rsp_milestone"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_milestone" ADD CONSTRAINT "action_milestone_action_fk" FOREIGN KEY ("framework_id","action_id") REFERENCES "public"."action"("framework_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_topic" ADD CONSTRAINT "action_topic_topic_id_topic_id_fk" FOREIGN KEY ("topic_id") REFERENCES "public"."topic"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_topic" ADD CONSTRAINT "action_topic_action_fk" FOREIGN KEY ("framework_id","action_id") REFERENCES "public"."action"("framework_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action" ADD CONSTRAINT "action_pillar_fk" FOREIGN KEY ("framework_id","pillar_number") REFERENCES "public"."pillar"("framework_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_membership" ADD CONSTRAINT "group_membership_group_id_member_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."member_group"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_membership" ADD CONSTRAINT "group_membership_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kpi_target" ADD CONSTRAINT "kpi_target_action_fk" FOREIGN KEY ("framework_id","action_id") REFERENCES "public"."action"("framework_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member" ADD CONSTRAINT "member_sub_region_id_sub_region_id_fk" FOREIGN KEY ("sub_region_id") REFERENCES "public"."sub_region"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member" ADD CONSTRAINT "member_stratum_id_stratum_id_fk" FOREIGN KEY ("stratum_id") REFERENCES "public"."stratum"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pillar" ADD CONSTRAINT "pillar_framework_id_plan_framework_id_fk" FOREIGN KEY ("framework_id") REFERENCES "public"."plan_framework"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic" ADD CONSTRAINT "topic_section_id_section_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."section"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic" ADD CONSTRAINT "topic_accreditation_area_id_accreditation_area_id_fk" FOREIGN KEY ("accreditation_area_id") REFERENCES "public"."accreditation_area"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_centre" ADD CONSTRAINT "training_centre_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mission_seat" ADD CONSTRAINT "mission_seat_mission_id_mission_id_fk" FOREIGN KEY ("mission_id") REFERENCES "public"."mission"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mission_seat" ADD CONSTRAINT "mission_seat_person_id_expert_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."expert"("person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mission" ADD CONSTRAINT "mission_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mission" ADD CONSTRAINT "mission_topic_id_topic_id_fk" FOREIGN KEY ("topic_id") REFERENCES "public"."topic"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mission" ADD CONSTRAINT "mission_request_id_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."request"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mission" ADD CONSTRAINT "mission_activity_id_activity_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activity"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request" ADD CONSTRAINT "request_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request" ADD CONSTRAINT "request_topic_id_topic_id_fk" FOREIGN KEY ("topic_id") REFERENCES "public"."topic"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request" ADD CONSTRAINT "request_cycle_id_cycle_id_fk" FOREIGN KEY ("cycle_id") REFERENCES "public"."cycle"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request" ADD CONSTRAINT "request_response_id_response_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."response"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request" ADD CONSTRAINT "request_activity_id_activity_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activity"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "anonymous_key" ADD CONSTRAINT "anonymous_key_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "anonymous_response" ADD CONSTRAINT "anonymous_response_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "anonymous_response" ADD CONSTRAINT "anonymous_response_version_id_instrument_version_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."instrument_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "anonymous_row" ADD CONSTRAINT "anonymous_row_response_fk" FOREIGN KEY ("response_id") REFERENCES "public"."anonymous_response"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_entry" ADD CONSTRAINT "draft_entry_response_id_response_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."response"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_entry" ADD CONSTRAINT "draft_entry_link_id_invitation_link_id_fk" FOREIGN KEY ("link_id") REFERENCES "public"."invitation_link"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_entry" ADD CONSTRAINT "draft_entry_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_save" ADD CONSTRAINT "draft_save_response_id_response_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."response"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "response_revision" ADD CONSTRAINT "response_revision_response_id_response_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."response"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "response_revision" ADD CONSTRAINT "response_revision_version_id_instrument_version_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."instrument_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "response_revision" ADD CONSTRAINT "response_revision_link_id_invitation_link_id_fk" FOREIGN KEY ("link_id") REFERENCES "public"."invitation_link"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "response_revision" ADD CONSTRAINT "response_revision_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "response_row" ADD CONSTRAINT "response_row_revision_id_response_revision_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."response_revision"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "response_state_change" ADD CONSTRAINT "response_state_change_response_id_response_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."response"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "response_state_change" ADD CONSTRAINT "response_state_change_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "response_state_change" ADD CONSTRAINT "response_state_change_link_id_invitation_link_id_fk" FOREIGN KEY ("link_id") REFERENCES "public"."invitation_link"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "response" ADD CONSTRAINT "response_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "response" ADD CONSTRAINT "response_invitation_id_invitation_id_fk" FOREIGN KEY ("invitation_id") REFERENCES "public"."invitation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "response" ADD CONSTRAINT "response_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation_given_row" ADD CONSTRAINT "invitation_given_row_invitation_id_invitation_id_fk" FOREIGN KEY ("invitation_id") REFERENCES "public"."invitation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation_link" ADD CONSTRAINT "invitation_link_invitation_id_invitation_id_fk" FOREIGN KEY ("invitation_id") REFERENCES "public"."invitation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_given_row" ADD CONSTRAINT "round_given_row_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round" ADD CONSTRAINT "round_cycle_id_cycle_id_fk" FOREIGN KEY ("cycle_id") REFERENCES "public"."cycle"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round" ADD CONSTRAINT "round_version_id_instrument_version_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."instrument_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round" ADD CONSTRAINT "round_activity_id_activity_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activity"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round" ADD CONSTRAINT "round_previous_fk" FOREIGN KEY ("previous_round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "section_assignment" ADD CONSTRAINT "section_assignment_invitation_id_invitation_id_fk" FOREIGN KEY ("invitation_id") REFERENCES "public"."invitation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "section_assignment" ADD CONSTRAINT "section_assignment_link_id_invitation_link_id_fk" FOREIGN KEY ("link_id") REFERENCES "public"."invitation_link"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "analysis_run_revision" ADD CONSTRAINT "analysis_run_revision_run_id_analysis_run_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."analysis_run"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "analysis_run_revision" ADD CONSTRAINT "analysis_run_revision_revision_id_response_revision_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."response_revision"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "analysis_run" ADD CONSTRAINT "analysis_run_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "analysis_run" ADD CONSTRAINT "analysis_run_cycle_id_cycle_id_fk" FOREIGN KEY ("cycle_id") REFERENCES "public"."cycle"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "published_ranking" ADD CONSTRAINT "published_ranking_run_id_analysis_run_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."analysis_run"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "activity_cycle" ON "activity" USING btree ("cycle_id");--> statement-breakpoint
CREATE INDEX "activity_member_member" ON "activity_member" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "activity_person_person" ON "activity_person" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "activity_topic_topic" ON "activity_topic" USING btree ("topic_id");--> statement-breakpoint
CREATE INDEX "participant_activity" ON "participant" USING btree ("activity_id");--> statement-breakpoint
CREATE INDEX "participant_member" ON "participant" USING btree ("member_id");--> statement-breakpoint
CREATE UNIQUE INDEX "participant_person" ON "participant" USING btree ("activity_id","person_id");--> statement-breakpoint
CREATE INDEX "pledge_activity" ON "pledge" USING btree ("activity_id");--> statement-breakpoint
CREATE INDEX "pledge_member" ON "pledge" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "expert_topic_topic" ON "expert_topic" USING btree ("topic_id");--> statement-breakpoint
CREATE INDEX "standing_area" ON "standing" USING btree ("area_id");--> statement-breakpoint
CREATE UNIQUE INDEX "instrument_version_number" ON "instrument_version" USING btree ("instrument_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "item_key" ON "item" USING btree ("instrument_id","key","series");--> statement-breakpoint
CREATE INDEX "item_measure" ON "item" USING btree ("measure","unit_id");--> statement-breakpoint
CREATE UNIQUE INDEX "version_item_item" ON "version_item" USING btree ("version_id","item_id");--> statement-breakpoint
CREATE UNIQUE INDEX "version_item_key" ON "version_item" USING btree ("version_id","key");--> statement-breakpoint
CREATE INDEX "version_item_by_item" ON "version_item" USING btree ("item_id");--> statement-breakpoint
CREATE INDEX "audit_event_at" ON "audit_event" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "audit_event_subject" ON "audit_event" USING btree ("subject_type","subject_id");--> statement-breakpoint
CREATE INDEX "audit_event_actor" ON "audit_event" USING btree ("actor_id");--> statement-breakpoint
CREATE INDEX "audit_event_action" ON "audit_event" USING btree ("action");--> statement-breakpoint
CREATE INDEX "idempotency_key_created" ON "idempotency_key" USING btree ("created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "job_only_key" ON "job" USING btree ("only_key") WHERE "job"."state" in ('queued', 'running');--> statement-breakpoint
CREATE INDEX "job_due" ON "job" USING btree ("priority","run_after") WHERE "job"."state" = 'queued';--> statement-breakpoint
CREATE INDEX "job_subject" ON "job" USING btree ("subject_type","subject_id");--> statement-breakpoint
CREATE UNIQUE INDEX "outgoing_mail_key" ON "outgoing_mail" USING btree ("key");--> statement-breakpoint
CREATE INDEX "outgoing_mail_due" ON "outgoing_mail" USING btree ("send_after") WHERE "outgoing_mail"."state" in ('queued', 'sending');--> statement-breakpoint
CREATE INDEX "outgoing_mail_created" ON "outgoing_mail" USING btree ("created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "person_email" ON "person" USING btree ("email");--> statement-breakpoint
CREATE INDEX "person_member" ON "person" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "session_person" ON "session" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "session_expiry" ON "session" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "sign_in_link_person" ON "sign_in_link" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "plan_listing_position" ON "plan_listing" USING btree ("plan_id","position");--> statement-breakpoint
CREATE INDEX "plan_listing_activity" ON "plan_listing" USING btree ("activity_id");--> statement-breakpoint
CREATE UNIQUE INDEX "plan_edition" ON "plan" USING btree ("cycle_id","edition");--> statement-breakpoint
CREATE UNIQUE INDEX "plan_proposal" ON "plan" USING btree ("proposal_id");--> statement-breakpoint
CREATE INDEX "proposal_cycle" ON "proposal" USING btree ("cycle_id");--> statement-breakpoint
CREATE INDEX "action_topic_topic" ON "action_topic" USING btree ("topic_id");--> statement-breakpoint
CREATE UNIQUE INDEX "action_position" ON "action" USING btree ("framework_id","position");--> statement-breakpoint
CREATE INDEX "group_membership_member" ON "group_membership" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "member_sub_region" ON "member" USING btree ("sub_region_id");--> statement-breakpoint
CREATE INDEX "rsp_milestone_rsp" ON "rsp_milestone" USING btree ("rsp","objective");--> statement-breakpoint
CREATE INDEX "topic_section" ON "topic" USING btree ("section_id");--> statement-breakpoint
CREATE INDEX "topic_area" ON "topic" USING btree ("accreditation_area_id");--> statement-breakpoint
CREATE UNIQUE INDEX "mission_seat_person" ON "mission_seat" USING btree ("mission_id","person_id");--> statement-breakpoint
CREATE INDEX "mission_seat_by_person" ON "mission_seat" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "mission_member" ON "mission" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "mission_topic" ON "mission" USING btree ("topic_id");--> statement-breakpoint
CREATE UNIQUE INDEX "request_row" ON "request" USING btree ("response_id","row_key");--> statement-breakpoint
CREATE INDEX "request_cycle" ON "request" USING btree ("cycle_id","topic_id");--> statement-breakpoint
CREATE INDEX "request_member" ON "request" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "anonymous_response_round" ON "anonymous_response" USING btree ("round_id");--> statement-breakpoint
CREATE UNIQUE INDEX "response_revision_number" ON "response_revision" USING btree ("response_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "response_revision_client_key" ON "response_revision" USING btree ("response_id","client_key");--> statement-breakpoint
CREATE UNIQUE INDEX "response_revision_receipt" ON "response_revision" USING btree ("receipt");--> statement-breakpoint
CREATE INDEX "response_state_change_response" ON "response_state_change" USING btree ("response_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "response_invitation" ON "response" USING btree ("invitation_id") WHERE not "response"."shared";--> statement-breakpoint
CREATE INDEX "response_round" ON "response" USING btree ("round_id","state");--> statement-breakpoint
CREATE INDEX "response_member" ON "response" USING btree ("member_id");--> statement-breakpoint
CREATE UNIQUE INDEX "invitation_link_token" ON "invitation_link" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "invitation_link_invitation" ON "invitation_link" USING btree ("invitation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "invitation_member" ON "invitation" USING btree ("round_id","member_id") WHERE "invitation"."person_id" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "invitation_person" ON "invitation" USING btree ("round_id","person_id");--> statement-breakpoint
CREATE INDEX "invitation_of_member" ON "invitation" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "round_cycle" ON "round" USING btree ("cycle_id");--> statement-breakpoint
CREATE INDEX "round_version" ON "round" USING btree ("version_id");--> statement-breakpoint
CREATE INDEX "round_activity" ON "round" USING btree ("activity_id");--> statement-breakpoint
CREATE INDEX "section_assignment_link" ON "section_assignment" USING btree ("link_id");--> statement-breakpoint
CREATE INDEX "analysis_run_revision_revision" ON "analysis_run_revision" USING btree ("revision_id");--> statement-breakpoint
CREATE INDEX "analysis_run_round" ON "analysis_run" USING btree ("round_id","kind","created_at");--> statement-breakpoint
CREATE INDEX "analysis_run_cycle" ON "analysis_run" USING btree ("cycle_id","kind","created_at");--> statement-breakpoint
CREATE INDEX "analysis_run_sha" ON "analysis_run" USING btree ("sha256");--> statement-breakpoint
CREATE UNIQUE INDEX "published_ranking_name" ON "published_ranking" USING btree ("name");--> statement-breakpoint
CREATE INDEX "published_ranking_run" ON "published_ranking" USING btree ("run_id");--> statement-breakpoint
CREATE VIEW "public"."tidy_answer" AS (
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
  where p.slot is not null);