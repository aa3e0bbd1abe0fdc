import type { MeshView, Resource } from '../../istio/index.ts';
import {
  httpEntries,
  httpMatchFor,
  type HttpEntry,
  type HttpMatch,
  type Proxy,
} from '../../routing/index.ts';

/** Whether a match takes every request of the proxies that have it. Istiod makes no routes of what comes after one. */
export function takesEverything(asks: HttpMatch): boolean {
  const { uri, headers, withoutHeaders, queryParams, method, authority, scheme } = asks;
  const anyPath =
    uri === null ||
    uri.kind === 'any' ||
    (uri.kind === 'prefix' && uri.text === '/') ||
    (uri.kind === 'regex' && uri.text === '.*');
  return (
    anyPath && !headers.size && !withoutHeaders.size && !queryParams.size && !method && !authority && !scheme
  );
}

/** The routes that a proxy gets of a VirtualService, in order; none after one that takes everything. */
export function routesFor(view: MeshView, virtualService: Resource, proxy: Proxy): readonly HttpEntry[] {
  const routes: HttpEntry[] = [];
  for (const entry of httpEntries(view, virtualService)) {
    // A rule whose delegate is not there, or not for this namespace, comes to nothing.
    if (!entry.certain || !httpMatchFor(entry.asks, proxy)) continue;
    routes.push(entry);
    if (takesEverything(entry.asks)) break;
  }
  return routes;
}
