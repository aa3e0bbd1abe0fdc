import type { Resource } from '../istio/index.ts';
import { noteSubject } from './about.ts';
import { codeInfo, type Code } from './codes.ts';
import type { Placed } from './document.ts';
import { operationOf, type Finding, type TextFinding } from './finding.ts';
import { formatPath } from '../yaml/index.ts';
import type { Problem } from './problem.ts';

/** Where a document stands: its file, and how many lines of the file come before it. */
export interface DocumentPlace {
  readonly file: string;
  readonly linesBefore: number;
}

export function problemOfText(placed: Placed<TextFinding>, place: DocumentPlace): Problem {
  const { code, severity, message } = placed.finding;
  return {
    ...head(code),
    ...(severity && { severity }),
    ...range(placed, place),
    message,
    resource: null,
    path: '',
    fixes: [],
  };
}

export function problemOfResource(
  placed: Placed<Finding>,
  resource: Resource,
  place: DocumentPlace,
): Problem {
  const { code, severity, aliases, message, path, mends = [] } = placed.finding;
  const { kind, namespace, name } = resource;
  const problem: Problem = {
    ...head(code),
    ...(severity && { severity }),
    ...(aliases && { aliases }),
    ...range(placed, place),
    message,
    resource: { kind, namespace, name },
    path: formatPath(path),
    fixes: mends.map((mend) => ({ title: mend.title, operation: operationOf(mend, resource.id) })),
  };
  return noteSubject(problem, resource.id);
}

function head(code: Code): Pick<Problem, 'code' | 'aliases' | 'severity'> {
  const { aliases, severity } = codeInfo(code);
  return { code, aliases, severity };
}

function range(
  { span }: Placed<unknown>,
  { file, linesBefore }: DocumentPlace,
): Pick<Problem, 'file' | keyof typeof span> {
  return {
    file,
    line: span.line + linesBefore,
    column: span.column,
    endLine: span.endLine + linesBefore,
    endColumn: span.endColumn,
  };
}
