import { codeInfo, isCode, type Problem, type Severity } from '../checks/index.ts';

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'note',
};

/**
 * Problems as a SARIF 2.1.0 log, for code scanning: one rule a code, one result a problem. `version` is that of Meshwright.
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function sarif(problems: readonly Problem[], version: string): object {
  const codes = [...new Set(problems.map(({ code }) => code))].sort();
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Meshwright', version, rules: codes.map(ruleOf) } },
        // Columns count as JavaScript does; SARIF's own default is the Unicode code point.
        columnKind: 'utf16CodeUnits',
        results: problems.map((problem) => resultOf(problem, codes.indexOf(problem.code))),
      },
    ],
  };
}

function ruleOf(code: string): object {
  if (!isCode(code)) return { id: code };
  const { title, means, severity, aliases } = codeInfo(code);
  return {
    id: code,
    shortDescription: { text: title },
    fullDescription: { text: means },
    help: { text: means },
    defaultConfiguration: { level: LEVELS[severity] },
    ...(aliases.length > 0 && { properties: { tags: aliases } }),
  };
}

function resultOf(problem: Problem, ruleIndex: number): object {
  const { code, severity, rejected, message, resource, path } = problem;
  return {
    ruleId: code,
    ruleIndex,
    level: LEVELS[severity],
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(problem.file) },
          region: regionOf(problem),
        },
        ...(resource && { logicalLocations: [{ fullyQualifiedName: nameOf(problem), kind: 'resource' }] }),
      },
    ],
    // Lines shift with every edit; a result is the same one as long as it says the same of the same field.
    properties: { rejected },
    partialFingerprints: { 'problem/v1': [code, nameOf(problem), path].join(' ') },
  };
}

const nameOf = ({ resource, file }: Problem): string =>
  resource ? `${resource.kind}/${resource.namespace}/${resource.name}` : file;

/** An empty region says nothing: the end is left out where it is the start. */
function regionOf({ line, column, endLine, endColumn }: Problem): object {
  const start = { startLine: line, startColumn: column };
  return endLine === line && endColumn === column ? start : { ...start, endLine, endColumn };
}

/** Relative where the path is, with forward slashes. */
const uriOf = (file: string): string =>
  encodeURI(file.replaceAll('\\', '/')).replaceAll(/[?#]/g, encodeURIComponent);
