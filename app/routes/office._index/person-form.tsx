import { ROLES, type Role } from "~/app/auth/permissions";
import { Field } from "~/app/components/field";
import type { FormErrors } from "~/app/http/respond";
import { useTranslator } from "~/app/i18n/use-translator";

interface PersonFormProps {
  readonly person?:
    | {
        readonly id: string;
        readonly name: string;
        readonly email: string;
        readonly language: string;
        readonly memberId: string | null;
        readonly roles: readonly Role[];
      }
    | undefined;
  readonly members: readonly { readonly id: string; readonly name: string }[];
  readonly errors: FormErrors;
  readonly values: Readonly<Record<string, string>>;
}

/** The page itself; without `index` its frame would be asked, which takes no form. */
const HERE = "/office?index";

/** A new person, or the one to be changed. */
export function PersonForm({ person, members, errors, values }: PersonFormProps) {
  const t = useTranslator();
  const chosen = values.roles?.split(" ") ?? person?.roles ?? [];
  return (
    <>
      <form method="post" action={HERE} className="stack" noValidate>
        {person && <input type="hidden" name="id" value={person.id} />}
        <Field id="name" label={t("people.office.name")} errors={errors.name}>
          {(control) => (
            <input {...control} className="input" defaultValue={values.name ?? person?.name} autoComplete="off" />
          )}
        </Field>
        <Field id="email" label={t("people.office.email")} errors={errors.email}>
          {(control) => (
            <input
              {...control}
              className="input"
              type="email"
              defaultValue={values.email ?? person?.email}
              autoComplete="off"
            />
          )}
        </Field>
        <Field id="language" label={t("people.office.language")}>
          {(control) => (
            <select {...control} className="input" defaultValue={values.language ?? person?.language ?? "en"}>
              <option value="en">English</option>
              <option value="fr">Français</option>
            </select>
          )}
        </Field>
        <Field id="member" label={t("people.office.member")} errors={errors.member}>
          {(control) => (
            <select {...control} className="input" defaultValue={values.member ?? person?.memberId ?? ""}>
              <option value="">{t("people.office.none")}</option>
              {members.map((member) => (
                <option key={member.id} value={member.id}>
                  {member.name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <fieldset className={errors.roles ? "field has-error" : "field"}>
          <legend>{t("people.office.roles")}</legend>
          {errors.roles && <p className="field-error">{errors.roles.join(" ")}</p>}
          {ROLES.map((role, index) => (
            <label key={role} className="check">
              <input
                type="checkbox"
                name="roles"
                id={index === 0 ? "roles" : undefined}
                value={role}
                defaultChecked={chosen.includes(role)}
              />{" "}
              {t(`frame.role.${role}`)}
            </label>
          ))}
        </fieldset>
        <p className="actions">
          <button className="button" type="submit">
            {t("people.office.save")}
          </button>
        </p>
      </form>
      {person && (
        <form method="post" action={HERE}>
          <input type="hidden" name="intent" value="signOutEverywhere" />
          <input type="hidden" name="id" value={person.id} />
          <button className="button button-second" type="submit">
            {t("people.office.signOutEverywhere")}
          </button>
        </form>
      )}
    </>
  );
}
