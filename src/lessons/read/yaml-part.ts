import { asMap } from '../../istio/index.ts';
import type { Objection } from '../../traffic/index.ts';
import { keyRangeAt, locate, parseDocument, splitDocuments, type YamlValue } from '../../yaml/index.ts';
import { LIMITS } from '../limits.ts';
import type { Report } from './report.ts';

/** YAML inside a lesson's text, and where it begins there. */
export interface YamlPart {
  readonly text: string;
  readonly from: number;
}

/** What the YAML says; undefined, with objections at their lines, where it cannot be read. */
export function readYaml({ text, from }: YamlPart, report: Report): YamlValue | undefined {
  const [problem] = parseDocument(text).problems;
  if (problem) return report.at(from + problem.from, problem.message);
  if (splitDocuments(text).length > 1)
    return report.at(from, 'This is to be one YAML document: take out the line "---".');
  const { value } = parseDocument(text);
  if (isDeeper(value, LIMITS.depth))
    return report.at(
      from,
      `More than ${LIMITS.depth} levels are nested here, and nothing that is meant needs so many.`,
    );
  return value;
}

/** Puts objections that were found by path at the lines where they stand. */
export function reportByPath(
  { text, from }: YamlPart,
  objections: readonly Objection[],
  report: Report,
): void {
  const root = objections.length ? locate(text) : undefined;
  for (const { path, message } of objections)
    report.at(from + (root ? (path.length ? keyRangeAt(root, path) : root).from : 0), message);
}

function isDeeper(value: YamlValue | undefined, levels: number): boolean {
  const children = Array.isArray(value) ? value : Object.values(asMap(value) ?? {});
  if (!children.length) return false;
  return levels === 0 || children.some((child) => isDeeper(child, levels - 1));
}
