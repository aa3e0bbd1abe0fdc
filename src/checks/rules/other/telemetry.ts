import {
  asLabels,
  asList,
  asText,
  firstLabel,
  key,
  labelsMatch,
  member,
  valueAt,
  workloadLabels,
  type Labels,
  type Resource,
} from '../../../istio/index.ts';
import type { LinkedRule, LinkedSubject } from '../../linked/linked-rule.ts';
import { say } from '../../say.ts';
import { all, at, isFilled, text } from '../../spot.ts';
import { listOf, quote } from '../../words.ts';
import { hasTargets } from '../ambient/requests.ts';
import { isSameResource } from '../conflicts/same-resource.ts';

/** Access logs and traces of a Telemetry: somebody takes them. */
export const telemetryProviders: LinkedRule = ({ spec, view }) => {
  const { meshConfig } = view.settings;
  const byDefault =
    asList(valueAt(meshConfig, ['defaultProviders', 'accessLogging'])).length > 0 ||
    Boolean(asText(member(meshConfig, 'accessLogFile')));
  const lightstep = asList(member(meshConfig, 'extensionProviders')).flatMap((provider) =>
    member(provider, 'lightstep') === undefined ? [] : (asText(member(provider, 'name')) ?? []),
  );
  return [
    ...(byDefault ? [] : all(spec, 'accessLogging[]').filter((one) => !isFilled(at(one, 'providers')))).map(
      (one) =>
        say(
          'MW2806',
          one,
          'No provider is named here, and the mesh has no default one, so no logs are written.',
          { at: 'key' },
        ),
    ),
    ...all(spec, 'tracing[].providers[].name').flatMap((spot) => {
      const name = text(spot) ?? '';
      if (!lightstep.includes(name)) return [];
      return [
        say('MW2809', spot, `${quote(name)} is a provider of Lightstep, which Istio no longer supports.`),
      ];
    }),
  ];
};

const selectorOf = ({ value }: Resource): Labels =>
  asLabels(valueAt(value, ['spec', 'selector', 'matchLabels']));

/** Telemetries of which only one can count. */
export const oneTelemetry: LinkedRule = (subject) => {
  const { resource, view, namespace } = subject;
  const own = selectorOf(resource);
  const first = firstLabel(own);
  const others = view
    .find(key.kindIn('Telemetry', namespace))
    .filter((other) => !isSameResource(other, resource, view))
    .filter((other) => (first ? meet(own, selectorOf(other), subject) : !firstLabel(selectorOf(other))));
  // Those that name targets do not meet because neither selects; istioctl thinks they do.
  const clash = hasTargets(resource) ? [] : others.filter((other) => !hasTargets(other));
  if (!clash.length) return [];
  const names = listOf(
    clash.map(({ name }) => name),
    'and',
  );
  return first
    ? [
        say(
          'MW2807',
          { path: ['spec', 'selector'] },
          `Telemetry ${names} selects some of the same workloads. Only the oldest counts for them.`,
          { at: 'key' },
        ),
      ]
    : [
        say(
          'MW2808',
          { path: ['metadata', 'name'] },
          `Telemetry ${names} is for all of namespace ${namespace} too. Only the oldest counts; join them.`,
        ),
      ];
};

/** Whether a workload that is known has the labels of both; where none is known, whether one selector holds the other. */
function meet(a: Labels, b: Labels, { view, namespace, given }: LinkedSubject): boolean {
  const first = firstLabel(a);
  if (!first || !firstLabel(b)) return false;
  if (!given.workloads) return labelsMatch(a, b) || labelsMatch(b, a);
  return view.find(key.labelled(namespace, ...first)).some((workload) => {
    const labels = workloadLabels(workload) ?? {};
    return labelsMatch(a, labels) && labelsMatch(b, labels);
  });
}
