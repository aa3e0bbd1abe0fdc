import type { Finding } from '../../finding.ts';
import type { LinkedRule } from '../../linked/linked-rule.ts';
import { removing, renamingKey, say } from '../../say.ts';
import { at, entries, text, type Entry } from '../../spot.ts';
import { isAddressOrRange } from '../../values/address.ts';
import { closest, listOf, quote } from '../../words.ts';
import { ISTIO_ANNOTATIONS, type KnownAnnotation } from './istio-annotations.ts';

/** Annotations of Istio's on what is Kubernetes's: known, at their place, and readable. */
export const istioAnnotations: LinkedRule = ({ resource, root }) => {
  const labels = at(root, 'metadata', 'labels');
  return entries(at(root, 'metadata', 'annotations')).flatMap((annotation): readonly Finding[] => {
    if (!isIstio(annotation.key)) return [];
    const known = ISTIO_ANNOTATIONS.get(annotation.key);
    if (!known) return [unknown(annotation)];
    // Who has the label too only keeps the annotation for older versions.
    const doubled = text(at(labels, annotation.key)) !== undefined;
    return [
      ...(known.deprecated && !doubled ? [deprecated(annotation, known.deprecated)] : []),
      ...(known.on.includes('any') || known.on.includes(resource.kind)
        ? unreadable(annotation, known)
        : [misplaced(annotation, known, resource.kind)]),
    ];
  });
};

const isIstio = (name: string): boolean =>
  name === 'kubernetes.io/ingress.class' || /(^|\.)istio\.io$/.test(name.split('/')[0] ?? '');

function unknown(annotation: Entry): Finding {
  const near = closest(annotation.key, ISTIO_ANNOTATIONS.keys());
  const what = `Istio knows no annotation ${annotation.key}, so it does nothing.${near ? ` Was ${near} meant?` : ''}`;
  return say('MW2611', annotation, what, {
    at: 'key',
    mends: [
      ...(near === undefined ? [] : [renamingKey(annotation.path, near)]),
      removing(annotation.path, 'Remove the annotation'),
    ],
  });
}

const deprecated = (annotation: Entry, instead: string): Finding =>
  say('MW2613', annotation, `The annotation ${annotation.key} is deprecated. ${instead}`, { at: 'key' });

function misplaced(annotation: Entry, { on }: KnownAnnotation, kind: string): Finding {
  const pods = on.includes('Pod') && kind === 'Deployment';
  const where = pods ? 'the template of its pods, under spec.template.metadata' : `a ${listOf(on)}`;
  const what = `Istio reads ${annotation.key} on ${where}, and not here.`;
  const path = ['spec', 'template', 'metadata', 'annotations', annotation.key];
  return say('MW2610', annotation, what, {
    at: 'key',
    mends: [
      pods
        ? {
            title: 'Move it to the template of the pods',
            steps: [
              { kind: 'remove-field', path: annotation.path },
              { kind: 'set-field', path, value: annotation.value },
            ],
          }
        : removing(annotation.path, 'Remove the annotation'),
    ],
  });
}

const WORDS = {
  boolean: '"true" or "false"',
  number: 'a number',
  ports: 'ports with commas',
  portsOrStar: 'ports with commas, or "*"',
  ranges: 'IP ranges with commas',
  rangesOrStar: 'IP ranges with commas, or "*"',
  interception: 'REDIRECT, TPROXY or NONE',
} as const;

function unreadable(annotation: Entry, { reads }: KnownAnnotation): readonly Finding[] {
  const value = text(annotation);
  if (!reads || value === undefined || isReadable(value, reads)) return [];
  const what = `Istio reads ${WORDS[reads]} in ${annotation.key}, and not ${quote(value)}.`;
  return [say('MW2612', annotation, what, { mends: [removing(annotation.path, 'Remove the annotation')] })];
}

function isReadable(value: string, reads: NonNullable<KnownAnnotation['reads']>): boolean {
  const parts = value.split(',').map((part) => part.trim());
  const star = reads.endsWith('OrStar') && value.trim() === '*';
  switch (reads) {
    case 'boolean':
      return /^(1|t|true|0|f|false)$/i.test(value);
    case 'number':
      return /^\d+$/.test(value);
    case 'interception':
      return ['REDIRECT', 'TPROXY', 'NONE'].includes(value);
    case 'ports':
    case 'portsOrStar':
      return (
        star || value.trim() === '' || parts.every((part) => /^\d+$/.test(part) && Number(part) <= 65_535)
      );
    case 'ranges':
    case 'rangesOrStar':
      return star || value.trim() === '' || parts.every((part) => isAddressOrRange(part));
  }
}
