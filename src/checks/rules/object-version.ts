import { apiVersionsOf, type Resource } from '../../istio/index.ts';
import type { Finding } from '../finding.ts';
import { editDistance, listOf } from '../words.ts';

/** An apiVersion that is missing, or that Istio does not serve the kind under. */
export function objectVersion({ kind, apiVersion, modelled, value }: Resource): readonly Finding[] {
  const served = apiVersionsOf(kind);
  const newest = served[0];
  if (newest === undefined) return [];
  const mends = [
    { title: `Use ${newest}`, steps: [{ kind: 'set-field', path: ['apiVersion'], value: newest }] },
  ] as const;
  if (apiVersion === '') {
    // A value that is no text is for `rules/wrong-type.ts`.
    if ((value['apiVersion'] ?? null) !== null) return [];
    const message = `This ${kind} has no apiVersion. The cluster refuses it without one; Istio's is ${newest}.`;
    return [{ code: 'MW0102', message, path: [], at: 'key', mends }];
  }
  if (served.includes(apiVersion)) return [];
  // The kind's name alone proves nothing: other projects have a VirtualService and a Gateway too. Kubernetes' own group,
  // which has no slash, is closed to them.
  const isCore = !apiVersion.includes('/');
  if (!modelled && !isCore && !served.some((candidate) => editDistance(candidate, apiVersion) <= 2))
    return [];
  return [
    {
      code: 'MW0107',
      message:
        `${kind} is not served as "${apiVersion}"; did you mean ${newest}? Istio serves it as ${listOf(served)}. ` +
        'The cluster refuses it, and it changes no traffic.',
      path: ['apiVersion'],
      at: 'value',
      mends,
    },
  ];
}
