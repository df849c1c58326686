CREATE TABLE "plan_explanation" (
	"run_id" uuid NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"subject" text NOT NULL,
	"content" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "plan_explanation_run_id_kind_subject_pk" PRIMARY KEY("run_id","kind","subject")
);
--> statement-breakpoint
ALTER TABLE "plan_explanation" ADD CONSTRAINT "plan_explanation_run_id_analysis_run_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."analysis_run"("id") ON DELETE no action ON UPDATE no action;