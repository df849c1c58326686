import type { SurveyDefinition } from "./definition-schema";
import type { DefinitionElement, DefinitionPanel, DefinitionPanelDynamic, SimpleQuestion } from "./element-schema";

/** An element of a definition with its place. */
export interface Placed {
  readonly element: SimpleQuestion | DefinitionPanel | DefinitionPanelDynamic;
  readonly path: string;
  /** Containers around it within the page, from 0. */
  readonly depth: number;
  /** The repeated question around it. */
  readonly parent: DefinitionPanelDynamic | null;
}

/** All elements in document order, containers before what they hold. Depth is bounded by the schema's reader. */
export function walk(definition: SurveyDefinition): readonly Placed[] {
  return definition.pages.flatMap((page, index) => inside(page.elements, `pages[${index}].elements`, 0, null));
}

function inside(
  elements: readonly DefinitionElement[],
  path: string,
  depth: number,
  parent: DefinitionPanelDynamic | null,
): readonly Placed[] {
  return elements.flatMap((element, index) => {
    const here: Placed = { element, path: `${path}[${index}]`, depth, parent };
    if (element.type === "panel")
      return [here, ...inside(element.elements, `${here.path}.elements`, depth + 1, parent)];
    if (element.type === "paneldynamic") {
      return [here, ...inside(element.templateElements, `${here.path}.templateElements`, depth + 1, element)];
    }
    return [here];
  });
}
