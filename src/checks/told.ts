import type { MeshSettings, Resource, ResourceId } from '../istio/index.ts';
import type { Finding } from './finding.ts';

/** Which of the problems are told. */
export interface WhatIsTold {
  readonly settings: MeshSettings;
  readonly suppressed: 'left out' | 'only';
}

/** What problems of some resources depend on, besides the text: what others have to do with each, and what is left out. */
export interface Told extends WhatIsTold {
  readonly ids: readonly ResourceId[];
  readonly findings: readonly (readonly Finding[] | undefined)[];
}

export const toldOf = (
  resources: readonly Resource[],
  linked: ReadonlyMap<ResourceId, readonly Finding[]>,
  { settings, suppressed }: WhatIsTold,
): Told => ({
  settings,
  suppressed,
  ids: resources.map(({ id }) => id),
  findings: resources.map(({ id }) => linked.get(id)),
});

export const saySame = (a: Told, b: Told): boolean =>
  a.settings === b.settings &&
  a.suppressed === b.suppressed &&
  a.ids.length === b.ids.length &&
  a.ids.every((id, index) => id === b.ids[index] && sameWords(a.findings[index], b.findings[index]));

/** The very same, mostly; what was found anew and says the same in the same words is the same too. */
const sameWords = (a: readonly Finding[] | undefined, b: readonly Finding[] | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && textOf(a) === textOf(b));

const texts = new WeakMap<readonly Finding[], string>();

function textOf(findings: readonly Finding[]): string {
  let text = texts.get(findings);
  if (text === undefined) texts.set(findings, (text = JSON.stringify(findings)));
  return text;
}
