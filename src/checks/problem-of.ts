import type { Resource } from '../istio/index.ts';
import { formatPath } from '../yaml/index.ts';
import { noteSubject } from './about.ts';
import { codeInfo } from './codes.ts';
import type { Placed } from './document.ts';
import { isRejected } from './effect.ts';
import { operationOf, type Finding, type TextFinding } from './finding.ts';
import type { Problem } from './problem.ts';

/** Where a document stands: its file, and how many lines of the file come before it. */
export interface DocumentPlace {
  readonly file: string;
  readonly linesBefore: number;
}

const NONE: readonly never[] = [];

export const problemOfText = (placed: Placed<TextFinding>, place: DocumentPlace): Problem =>
  problemAt(placed, place, { resource: null, path: '', fixes: [] });

export function problemOfResource(
  placed: Placed<Finding>,
  resource: Resource,
  place: DocumentPlace,
): Problem {
  const { path, mends } = placed.finding;
  const { kind, namespace, name } = resource;
  const problem = problemAt(placed, place, {
    resource: { kind, namespace, name },
    path: formatPath(path),
    fixes: mends?.map((mend) => ({ title: mend.title, operation: operationOf(mend, resource.id) })) ?? NONE,
  });
  return noteSubject(problem, resource.id);
}

/** Lines and columns are getters: to all who ask they are plain numbers, and nothing is looked up until somebody asks. */
function problemAt(
  { finding, span }: Placed<Finding | TextFinding>,
  { file, linesBefore }: DocumentPlace,
  { resource, path, fixes }: Pick<Problem, 'resource' | 'path' | 'fixes'>,
): Problem {
  const { code, message } = finding;
  const info = codeInfo(code);
  const severity = finding.severity ?? info.severity;
  return {
    code,
    aliases: ('aliases' in finding ? finding.aliases : undefined) ?? info.aliases,
    severity,
    rejected: isRejected(code, severity),
    file,
    get line() {
      return span().line + linesBefore;
    },
    get column() {
      return span().column;
    },
    get endLine() {
      return span().endLine + linesBefore;
    },
    get endColumn() {
      return span().endColumn;
    },
    message,
    resource,
    path,
    fixes,
  };
}
