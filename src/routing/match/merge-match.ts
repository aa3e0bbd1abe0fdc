import type { HttpMatch, TextMatch } from './http-match.ts';

/**
 * What is left to ask when a rule hands requests to a delegate: the delegate's match within the root's. What the delegate
 * asks stands in place of the root's; the path is not put together. Null where they cannot be met together, which istiod
 * decides by what is written, more narrowly than it would have to.
 */
export function mergeMatches(root: HttpMatch, leaf: HttpMatch): HttpMatch | null {
  if (conflict(root, leaf)) return null;
  return {
    uri: leaf.uri ?? root.uri,
    ignoreUriCase: leaf.ignoreUriCase,
    scheme: leaf.scheme ?? root.scheme,
    method: leaf.method ?? root.method,
    authority: leaf.authority ?? root.authority,
    headers: new Map([...root.headers, ...leaf.headers]),
    withoutHeaders: new Map([...root.withoutHeaders, ...leaf.withoutHeaders]),
    queryParams: new Map([...root.queryParams, ...leaf.queryParams]),
    port: leaf.port ?? root.port,
    gateways: leaf.gateways.length ? leaf.gateways : root.gateways,
    sourceLabels: { ...root.sourceLabels, ...leaf.sourceLabels },
    sourceNamespace: leaf.sourceNamespace ?? root.sourceNamespace,
  };
}

function conflict(root: HttpMatch, leaf: HttpMatch): boolean {
  return (
    textConflict(root.uri, leaf.uri) ||
    textConflict(root.scheme, leaf.scheme) ||
    textConflict(root.method, leaf.method) ||
    textConflict(root.authority, leaf.authority) ||
    namedConflict(root.headers, leaf.headers) ||
    namedConflict(root.withoutHeaders, leaf.withoutHeaders) ||
    namedConflict(root.queryParams, leaf.queryParams) ||
    root.ignoreUriCase !== leaf.ignoreUriCase ||
    (root.port !== null && leaf.port !== null && root.port !== leaf.port) ||
    // A delegate that names no namespace is refused as well as one that names another.
    (root.sourceNamespace !== null && root.sourceNamespace !== leaf.sourceNamespace) ||
    Object.entries(leaf.sourceLabels).some(
      ([label, value]) => Object.hasOwn(root.sourceLabels, label) && root.sourceLabels[label] !== value,
    ) ||
    (root.gateways.length > 0 && leaf.gateways.some((gateway) => !root.gateways.includes(gateway)))
  );
}

const namedConflict = (root: ReadonlyMap<string, TextMatch>, leaf: ReadonlyMap<string, TextMatch>): boolean =>
  [...leaf].some(([name, match]) => textConflict(root.get(name) ?? null, match));

/** Whether a delegate asks for something else than a part of what the root asks for, in plain view. */
function textConflict(root: TextMatch | null, leaf: TextMatch | null): boolean {
  if (root === null || leaf === null) return false;
  if (root.kind === 'exact') return leaf.kind !== 'exact' || leaf.text !== root.text;
  if (root.kind !== 'prefix') return true;
  return leaf.kind === 'any' || leaf.kind === 'regex' || !leaf.text.startsWith(root.text);
}
