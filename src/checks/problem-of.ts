import type { Resource } from '../istio/index.ts';
import { formatPath } from '../yaml/index.ts';
import { nameFor } from './about.ts';
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

/** All of a problem but where its document stands: made once, however often lines come and go before the document. */
export interface Facts extends Omit<Problem, 'file' | 'line' | 'column' | 'endLine' | 'endColumn'> {
  readonly span: Placed<Finding>['span'];
}

export const factsOfText = (placed: Placed<TextFinding>): Facts =>
  factsOf(placed, { resource: null, path: '', fixes: NONE });

export function factsOfResource(placed: Placed<Finding>, resource: Resource): Facts {
  const { path, mends } = placed.finding;
  return factsOf(placed, {
    resource: nameFor(resource),
    path: formatPath(path),
    fixes: mends?.map((mend) => ({ title: mend.title, operation: operationOf(mend, resource.id) })) ?? NONE,
  });
}

function factsOf(
  { finding, span }: Placed<Finding | TextFinding>,
  about: Pick<Problem, 'resource' | 'path' | 'fixes'>,
): Facts {
  const { code, message } = finding;
  const info = codeInfo(code);
  const severity = finding.severity ?? info.severity;
  return {
    code,
    aliases: ('aliases' in finding ? finding.aliases : undefined) ?? info.aliases,
    severity,
    rejected: isRejected(code, severity),
    message,
    ...about,
    span,
  };
}

/** Lines and columns are getters: to all who ask they are plain numbers, and nothing is looked up until somebody asks. */
export function problemAt(
  { code, aliases, severity, rejected, message, resource, path, fixes, span }: Facts,
  { file, linesBefore }: DocumentPlace,
): Problem {
  return {
    code,
    aliases,
    severity,
    rejected,
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
