import type { LoadRecorder } from '../../engine/recorder.ts';
import type { MadePlan } from '../../plan/make-plan.ts';
import type { LoadSuggestion } from '../cause.ts';
import { policyField, setting } from '../field-place.ts';
import { counted, percentWords, sum } from '../words.ts';

/** An endpoint that fails so much more than others is one that outlier detection is for. */
const FAILS = 0.2;
const FINE = 0.02;

/** Some endpoints fail and others do not, and nobody looks: they go on getting their share, and priorities never change. */
export function unwatched(made: MadePlan, recorder: LoadRecorder): readonly LoadSuggestion[] {
  return made.plan.clusters.flatMap(({ hosts, outlier }, cluster): LoadSuggestion[] => {
    const series = recorder.clusters[cluster];
    if (outlier || !series) return [];
    const counts = hosts.map(({ name, locality }, index) => {
      const own = series.hosts[index];
      const [tries, bad] = [sum(own?.sent ?? []), sum(own?.failed ?? [])];
      return { name, locality, bad, share: tries + bad ? bad / Math.max(tries, bad) : 0 };
    });
    const failing = counts.filter(({ share }) => share > FAILS);
    if (!failing.length || !counts.some(({ share }) => share < FINE)) return [];
    const bad = failing.reduce((total, each) => total + each.bad, 0);
    const far = new Set(hosts.map(({ locality }) => locality)).size > 1;
    const field = policyField(made, cluster, 'outlierDetection', ['maxEjectionPercent']);
    const percent = Math.max(10, Math.ceil((100 * failing.length) / hosts.length));
    return [
      {
        kind: 'no-outlier-detection',
        text: `${failing.map(({ name }) => name).join(', ')} failed ${counted(bad, 'time', 'times')} and went on getting requests: without outlierDetection nobody is ejected${far ? ', and no other locality takes over' : ''}.`,
        ...setting(field, percent, `Add outlierDetection, with maxEjectionPercent ${percent}`),
      },
    ];
  });
}

/** Panic routing sends to whom outlier detection has just taken out. */
export function panicking(made: MadePlan, recorder: LoadRecorder): readonly LoadSuggestion[] {
  return made.plan.clusters.flatMap(({ panicThreshold, name }, cluster): LoadSuggestion[] => {
    const panic = sum(recorder.clusters[cluster]?.signals.panic ?? []);
    if (panic < recorder.sentInAll / 100) return [];
    const field = policyField(made, cluster, 'outlierDetection', ['minHealthPercent']);
    return [
      {
        kind: 'panic-routing',
        text: `${counted(panic, 'request', 'requests')} to ${name} went to any endpoint, ejected or not, as fewer than ${panicThreshold} % were healthy (minHealthPercent). With 0 they go to those that are left, as long as one is.`,
        ...field.place,
        ...setting(field, 0),
      },
    ];
  });
}

/** Hashing that does not divide: one key is hot, or no request carries any. */
export function uneven(made: MadePlan, recorder: LoadRecorder): readonly LoadSuggestion[] {
  const { keys } = made.plan.arrivals;
  return made.plan.clusters.flatMap(({ balancer, hosts, name }, cluster): LoadSuggestion[] => {
    if ((balancer.kind !== 'ring-hash' && balancer.kind !== 'maglev') || hosts.length < 2) return [];
    const { place } = policyField(made, cluster, 'loadBalancer', ['consistentHash']);
    if (keys === 0)
      return [
        {
          kind: 'hash-without-key',
          text: `No request to ${name} carries the key of consistentHash: each goes to any endpoint. Give the request the key, or say how many there are as "keys".`,
          ...place,
        },
      ];
    const sent = hosts.map((_, index) => sum(recorder.clusters[cluster]?.hosts[index]?.sent ?? []));
    const whole = sum(sent);
    const most = Math.max(...sent);
    if (whole < 100 || most / whole < Math.min(0.9, 2 / hosts.length)) return [];
    const different = keys === 'caller' ? made.plan.callers : keys;
    return [
      {
        kind: 'hot-key',
        text: `${hosts[sent.indexOf(most)]?.name ?? ''} gets ${percentWords(most / whole)} of the requests to ${name}: consistentHash finds only ${counted(different, 'different key', 'different keys')}${keys === 'caller' ? ', the addresses of the sidecars' : ''}, and all with the same go to the same endpoint.`,
        ...place,
      },
    ];
  });
}
