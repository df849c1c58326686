CREATE TABLE "adjustment_decision" (
	"id" uuid PRIMARY KEY NOT NULL,
	"round_id" uuid NOT NULL,
	"key" text COLLATE "C" NOT NULL,
	"decision" text NOT NULL,
	"factor" double precision,
	"reason" text NOT NULL,
	"by_name" text NOT NULL,
	"person_id" uuid,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "adjustment_decision_kind" CHECK ("adjustment_decision"."decision" in ('reversed', 'restored', 'set')),
	CONSTRAINT "adjustment_decision_factor" CHECK (("adjustment_decision"."decision" = 'set') = ("adjustment_decision"."factor" is not null) and "adjustment_decision"."factor" between 0.5 and 1),
	CONSTRAINT "adjustment_decision_reason" CHECK (length(trim("adjustment_decision"."reason")) > 0 and length(trim("adjustment_decision"."by_name")) > 0)
);
--> statement-breakpoint
CREATE TABLE "adjustment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"run_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"key" text COLLATE "C" NOT NULL,
	"rule" text NOT NULL,
	"member_id" text COLLATE "C",
	"topic_id" text COLLATE "C",
	"activity_id" text COLLATE "C",
	"subject" text,
	"factor" double precision NOT NULL,
	"trainable" double precision,
	"mark" text,
	"evidence" jsonb NOT NULL,
	CONSTRAINT "adjustment_factor" CHECK ("adjustment"."factor" between 0.5 and 1),
	CONSTRAINT "adjustment_trainable" CHECK ("adjustment"."trainable" between 0 and 1)
);
--> statement-breakpoint
ALTER TABLE "pledge" ADD COLUMN "made_with" uuid;--> statement-breakpoint
ALTER TABLE "adjustment_decision" ADD CONSTRAINT "adjustment_decision_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adjustment" ADD CONSTRAINT "adjustment_run_id_analysis_run_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."analysis_run"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adjustment" ADD CONSTRAINT "adjustment_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adjustment" ADD CONSTRAINT "adjustment_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adjustment" ADD CONSTRAINT "adjustment_topic_id_topic_id_fk" FOREIGN KEY ("topic_id") REFERENCES "public"."topic"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adjustment" ADD CONSTRAINT "adjustment_activity_id_activity_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activity"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "adjustment_decision_key" ON "adjustment_decision" USING btree ("round_id","key");--> statement-breakpoint
CREATE UNIQUE INDEX "adjustment_key" ON "adjustment" USING btree ("run_id","key");--> statement-breakpoint
CREATE INDEX "adjustment_round" ON "adjustment" USING btree ("round_id");--> statement-breakpoint
CREATE INDEX "adjustment_need" ON "adjustment" USING btree ("topic_id","member_id");--> statement-breakpoint
create trigger adjustment_stays before update or delete on adjustment
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger adjustment_decision_stays before update or delete on adjustment_decision
  for each row execute function refuse_change();
