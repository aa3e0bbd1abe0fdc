import type { MeshSettings } from '../istio/index.ts';
import { subjectOf } from './about.ts';
import type { Fix, Problem } from './problem.ts';

/**
 * The ways not to be told of a problem any more, the narrowest first: on its resource, here alone or for istioctl and Kiali
 * too, and everywhere. None for a problem of a file. Operations like any other, so they can be undone.
 */
export function suppressionsFor(problem: Problem, { suppress }: MeshSettings): readonly Fix[] {
  const resource = subjectOf(problem);
  if (resource === null) return [];
  const here = problem.resource?.name ? ` on ${problem.resource.name}` : ' here';
  const tools = problem.aliases.map((code) => ({
    title: `Hide ${code}${here}, for ${code.startsWith('KIA') ? 'Kiali' : 'istioctl'} too`,
    operation: { kind: 'suppress', resource, code } as const,
  }));
  return [
    { title: `Hide ${problem.code}${here}`, operation: { kind: 'suppress', resource, code: problem.code } },
    ...tools,
    {
      title: `Hide ${problem.code} everywhere`,
      operation: { kind: 'set-setting', path: ['suppress'], value: [...suppress, problem.code] },
    },
  ];
}
