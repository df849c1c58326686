import { BaseSequencer, type TestSpecification } from "vitest/node";

const ORDER = ["e2e", "db", "unit"];

/** Begins what takes longest first, so that no core waits for a browser at the end. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ project }: TestSpecification) => ORDER.indexOf(project.name);
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}
