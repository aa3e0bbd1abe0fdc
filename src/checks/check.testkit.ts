import { linkMesh, type TargetVersion } from '../istio/index.ts';
import { parseDocument, splitDocuments } from '../yaml/index.ts';
import { checkWorkspace } from './checker.ts';
import type { Problem } from './problem.ts';

/** The problems of YAML texts by file name; a single text is `a.yaml`. */
export function check(files: string | Record<string, string>, version?: TargetVersion): readonly Problem[] {
  const entries = Object.entries(typeof files === 'string' ? { 'a.yaml': files } : files);
  const documents = entries.map(([path, text]) => ({
    path,
    documents: splitDocuments(text).map((slice) => parseDocument(slice.text)),
  }));
  return checkWorkspace(linkMesh(documents), version ? { version } : {});
}

/** The same without what fields mean: the file, the object and its schema alone (MW00xx to MW02xx). */
export function checkForm(...given: Parameters<typeof check>): readonly Problem[] {
  return check(...given).filter(({ code }) => code < 'MW0300');
}

/** `code path` of each problem. */
export function brief(problems: readonly Problem[]): readonly string[] {
  return problems.map(({ code, path }) => (path ? `${code} ${path}` : code));
}

const head = (group: string, version: string) => (kind: string, spec: string) =>
  `apiVersion: ${group}/${version}\nkind: ${kind}\nmetadata:\n  name: sample\n  namespace: shop\nspec:\n${indent(spec)}`;

const networking = head('networking.istio.io', 'v1');
const security = head('security.istio.io', 'v1');

/** A resource with this spec; lines may be indented as they like, together. */
export function resource(kind: string, spec: string): string {
  return (/Authentication$|^Authorization/.test(kind) ? security : networking)(kind, spec);
}

function indent(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const margin = Math.min(...lines.map((line) => line.search(/\S/)));
  return lines.map((line) => `  ${line.slice(margin)}`).join('\n') + '\n';
}

/** A VirtualService with one HTTP rule, written as these lines. */
export function httpRule(rule: string): string {
  return resource('VirtualService', `hosts: [web.example]\nhttp:\n  -\n${nested(rule)}`);
}

/** A DestinationRule with this traffic policy. */
export function trafficPolicy(policy: string): string {
  return resource('DestinationRule', `host: web.example\ntrafficPolicy:\n${nested(policy)}`);
}

const nested = (text: string): string =>
  indent(text)
    .split('\n')
    .map((line) => (line ? `    ${line}` : line))
    .join('\n');
