import type { SectionInWords } from "~/surveys/light-form/answers-in-words";

/** All answers in words, section by section, for reading and for print. */
export function SentAnswers({ sections }: { readonly sections: readonly SectionInWords[] }) {
  return (
    <>
      {sections.map((section) => (
        <section key={section.title} className="sent">
          <h2>{section.title}</h2>
          {section.groups.map((group, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: groups may have the same title, and their order is fixed
            <div key={index}>
              {group.title && <h3>{group.title}</h3>}
              <dl className="terms">
                {group.answers.map((answer) => (
                  <div key={answer.title}>
                    <dt>{answer.title}</dt>
                    {answer.texts.map((text) => (
                      <dd key={text}>{text}</dd>
                    ))}
                  </div>
                ))}
              </dl>
            </div>
          ))}
        </section>
      ))}
    </>
  );
}
