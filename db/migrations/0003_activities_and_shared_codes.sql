CREATE TABLE "programme_entry" (
	"activity_id" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"kind" text NOT NULL,
	"position" integer NOT NULL,
	"title" text NOT NULL,
	CONSTRAINT "programme_entry_activity_id_id_pk" PRIMARY KEY("activity_id","id"),
	CONSTRAINT "programme_entry_kind" CHECK ("programme_entry"."kind" in ('objective', 'session'))
);
--> statement-breakpoint
ALTER TABLE "activity" ADD COLUMN "time_zone" text;--> statement-breakpoint
ALTER TABLE "activity" ADD COLUMN "languages" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "activity" ADD COLUMN "revision" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "participant" ADD COLUMN "attendance" text DEFAULT 'present' NOT NULL;--> statement-breakpoint
ALTER TABLE "round" ADD COLUMN "shared_code" text;--> statement-breakpoint
ALTER TABLE "programme_entry" ADD CONSTRAINT "programme_entry_activity_id_activity_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activity"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "programme_entry_position" ON "programme_entry" USING btree ("activity_id","kind","position");--> statement-breakpoint
CREATE UNIQUE INDEX "round_shared_code" ON "round" USING btree ("shared_code");--> statement-breakpoint
ALTER TABLE "participant" ADD CONSTRAINT "participant_attendance" CHECK ("participant"."attendance" in ('expected', 'present'));--> statement-breakpoint
ALTER TABLE "round" ADD CONSTRAINT "round_code_shared" CHECK ("round"."shared_code" is null or "round"."audience" = 'shared');