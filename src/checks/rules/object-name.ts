import type { Resource } from '../../istio/index.ts';
import type { Path } from '../../yaml/index.ts';
import type { Finding, Mend } from '../finding.ts';
import { asMap } from '../visit.ts';
import { quote } from '../words.ts';

/** A name or namespace that is missing or that Kubernetes refuses. Of kinds that are not Istio's, only what holds for all. */
export function objectName({ kind, modelled, value }: Resource): readonly Finding[] {
  if (!modelled) return [];
  const metadata = asMap(value['metadata']);
  const name = metadata?.['name'] ?? null;
  const namespace = metadata?.['namespace'] ?? null;
  const found: Finding[] = [];
  if ((name === null || name === '') && !metadata?.['generateName']) {
    found.push({
      code: 'MW0103',
      message: `This ${kind} has no name. The cluster refuses it; write one under metadata.name.`,
      path: metadata ? ['metadata'] : [],
      at: 'key',
    });
  }
  if (typeof name === 'string' && name !== '') found.push(...nameProblems(kind, name));
  if (
    typeof namespace === 'string' &&
    namespace !== '' &&
    !(label.test(namespace) && namespace.length <= 63)
  ) {
    found.push({
      code: 'MW0105',
      message: `${quote(namespace)} cannot be a namespace: ${labelRule}. The cluster refuses the resource as it is.`,
      path: ['metadata', 'namespace'],
      at: 'value',
      mends: renaming(['metadata', 'namespace'], namespace, label),
    });
  }
  return found;
}

const label = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const subdomain = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const labelRule =
  'use lower-case letters, digits and hyphens, at most 63, with a letter or digit at both ends';
const subdomainRule =
  'use lower-case letters, digits, hyphens and dots, at most 253, with a letter or digit at both ends of each part';

function nameProblems(kind: string, name: string): readonly Finding[] {
  // istiod builds names of its own from a Gateway's and takes no dots there.
  const [regex, longest, rule] =
    kind === 'Gateway' ? [label, 63, labelRule] : [subdomain, 253, subdomainRule];
  if (regex.test(name) && name.length <= longest) return [];
  const path = ['metadata', 'name'];
  return [
    {
      code: 'MW0104',
      message: `${quote(name)} cannot be the name of a ${kind}: ${rule}. The cluster refuses the resource as it is.`,
      path,
      at: 'value',
      mends: renaming(path, name, regex),
    },
  ];
}

function renaming(path: Path, name: string, regex: RegExp): readonly Mend[] {
  const meant = name
    .toLowerCase()
    .replaceAll(/[_\s]+/g, '-')
    .replaceAll(regex === label ? /[^-a-z0-9]/g : /[^-.a-z0-9]/g, '')
    .replaceAll(/^[-.]+|[-.]+$/g, '');
  if (!regex.test(meant) || meant.length > 63) return [];
  return [{ title: `Change to ${meant}`, steps: [{ kind: 'set-field', path, value: meant }] }];
}
