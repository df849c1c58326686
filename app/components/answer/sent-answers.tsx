import type { SectionInWords } from "~/surveys/light-form/answers-in-words";

interface SentAnswersProps {
  readonly sections: readonly SectionInWords[];
  /** Level of the sections' headings. */
  readonly level?: 2 | 3;
}

/** All answers in words, section by section, for reading and for print. */
export function SentAnswers({ sections, level = 2 }: SentAnswersProps) {
  const Section = level === 2 ? "h2" : "h3";
  const Group = level === 2 ? "h3" : "h4";
  return (
    <>
      {sections.map((section) => (
        <section key={section.title} className="sent">
          <Section>{section.title}</Section>
          {section.groups.map((group, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: groups may have the same title, and their order is fixed
            <div key={index}>
              {group.title && <Group>{group.title}</Group>}
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
