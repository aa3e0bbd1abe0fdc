import type { Regexes, Resource } from '../istio/index.ts';
import { lineIndex, type LineIndex, type TextRange } from '../text/index.ts';
import { isWithin, type ParsedDocument, type Path } from '../yaml/index.ts';
import type { Finding, TextFinding } from './finding.ts';
import { placeOf } from './place.ts';
import type { RuleContext } from './rule.ts';
import { resourceRules, textRules } from './rules.ts';

/** Lines and columns from 1, relative to the document; the end is exclusive. */
export interface Span {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A finding and where it is in its document. */
export interface Placed<F> {
  readonly finding: F;
  /** Looked up when it is first asked for: that takes a parse of the text, and few places are ever looked at. */
  readonly span: () => Span;
}

/** All that rules say of one document by itself. Kept while the document stays the same. */
export interface DocumentFindings {
  readonly text: readonly Placed<TextFinding>[];
  /** By the resource's place in the document: its path, as JSON. */
  readonly resources: ReadonlyMap<string, readonly Finding[]>;
  /** Some regular expression could not be read yet, for want of RE2. */
  readonly waiting: boolean;
}

/** What findings depend on besides the document. */
export interface FindingContext extends Pick<RuleContext, 'version' | 'defaultNamespace'> {
  /** Undefined until RE2 is loaded. */
  readonly regexes: Regexes | undefined;
}

const kept = new Map<string, WeakMap<ParsedDocument, DocumentFindings>>();

/** What is known of documents in a context; one answer for all documents of a check. */
function keptIn({ version, defaultNamespace }: FindingContext): WeakMap<ParsedDocument, DocumentFindings> {
  const key = `${version} ${defaultNamespace}`;
  let known = kept.get(key);
  if (!known) kept.set(key, (known = new WeakMap()));
  return known;
}

/** The findings of a document, given the resources that were read from it. */
export function findingsOf(
  document: ParsedDocument,
  resources: readonly Resource[],
  context: FindingContext,
): DocumentFindings {
  const findings = keptIn(context);
  const known = findings.get(document);
  if (known && !(known.waiting && context.regexes)) return known;
  const found = check(document, resources, context);
  findings.set(document, found);
  return found;
}

function check(
  document: ParsedDocument,
  resources: readonly Resource[],
  { version, defaultNamespace, regexes }: FindingContext,
): DocumentFindings {
  let waiting = false;
  const missing = (): undefined => void (waiting = true);
  const context: RuleContext = { version, defaultNamespace, regex: regexes ?? missing };
  const all = textRules.flatMap((rule) => rule(document));
  const told = new Set<TextFinding>();
  const byResource = new Map<string, readonly Finding[]>();
  for (const resource of resources) {
    // A resource as it once was has no place in the text as it is, and what is assumed is written in another way.
    if (resource.stale || resource.assumed) continue;
    const inside = all.filter((finding) => isInside(finding, resource));
    inside.forEach((finding) => told.add(finding));
    const found = [
      ...inside.map((finding) => ofResource(finding, resource)),
      ...resourceRules.flatMap((rule) => rule(resource, context)),
    ];
    if (found.length > 0) byResource.set(placeKey(resource), found);
  }
  const text = all.filter((finding) => !told.has(finding));
  const lines = text.length > 0 ? lineIndex(document.text) : undefined;
  return {
    text: text.map((finding) => {
      const span = spanOf(lines!, finding);
      return { finding, span: () => span };
    }),
    resources: byResource,
    waiting,
  };
}

const isInside = ({ value }: TextFinding, { source }: Resource): boolean =>
  value !== undefined && isWithin(value.path, source.path);

/** What is wrong with the text of a value, as a finding about its resource. */
function ofResource({ code, severity, message, value }: TextFinding, { source }: Resource): Finding {
  const here = (path: Path): Path => path.slice(source.path.length);
  const mends = (value?.mends ?? []).map((mend) => ({
    ...mend,
    steps: mend.steps.map((step) => ('path' in step ? { ...step, path: here(step.path) } : step)),
  }));
  return { code, ...(severity && { severity }), message, path: here(value?.path ?? []), at: 'value', mends };
}

/** Places findings about a resource of a document. */
export const placed = (
  document: ParsedDocument,
  { source }: Resource,
  findings: readonly Finding[],
): readonly Placed<Finding>[] =>
  findings.map((finding) => ({
    finding,
    span: () => spanAt(document, [...source.path, ...finding.path], finding.at),
  }));

const spans = new WeakMap<ParsedDocument, Map<string, Span>>();

/** A place is looked up once while the document stays: finding it takes a parse of the text. */
function spanAt(document: ParsedDocument, path: Path, at: 'key' | 'value'): Span {
  const known = spans.get(document) ?? new Map<string, Span>();
  spans.set(document, known);
  const key = JSON.stringify([at, path]);
  const span = known.get(key) ?? spanOf(lineIndex(document.text), placeOf(document, path, at));
  known.set(key, span);
  return span;
}

export const placeKey = ({ source }: Resource): string => JSON.stringify(source.path);

function spanOf(lines: LineIndex, { from, to }: TextRange): Span {
  const start = lines.position(from);
  const end = lines.position(Math.max(to, from));
  return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}
