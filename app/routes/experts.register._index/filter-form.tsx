import { Field } from "~/app/components/field";
import { useTranslator } from "~/app/i18n/use-translator";

export interface RegisterFilter {
  readonly id: string;
  readonly label: string;
  readonly all: string;
  readonly value: string;
  readonly options: readonly { readonly id: string; readonly name: string }[];
}

/** Narrows the register; a plain form whose choice stands in the address. */
export function FilterForm({ filters }: { readonly filters: readonly RegisterFilter[] }) {
  const t = useTranslator();
  return (
    <form method="get" className="search-form">
      {filters.map(({ id, label, all, value, options }) => (
        <Field key={id} id={id} label={label}>
          {(control) => (
            <select {...control} className="input" defaultValue={value}>
              <option value="">{all}</option>
              {options.map((option) => (
                <option key={option.id} value={option.id}>
                  {option.name}
                </option>
              ))}
            </select>
          )}
        </Field>
      ))}
      <button className="button button-second" type="submit">
        {t("experts.register.apply")}
      </button>
    </form>
  );
}
