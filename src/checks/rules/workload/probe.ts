import type { Finding } from '../../finding.ts';
import { refuse, removing, setting } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { all, at, isFilled, isPresent, number, text, type Spot } from '../../spot.ts';
import { quote } from '../../words.ts';

/** How the machines of a WorkloadGroup are probed. Of ports and commands that are missing the schema speaks. */
export const probe: SpecRule = ({ spec }) => {
  const spot = at(spec, 'probe');
  if (!isPresent(spot)) return [];
  return [
    ...method(spot),
    ...scheme(at(spot, 'httpGet', 'scheme')),
    ...all(spot, 'httpGet.httpHeaders[]').flatMap(header),
    ...command(at(spot, 'exec', 'command')),
  ];
};

function method(spot: Spot): readonly Finding[] {
  if (['httpGet', 'tcpSocket', 'exec'].some((name) => isPresent(at(spot, name)))) return [];
  const grpc = at(spot, 'grpc');
  const port = number(at(grpc, 'port'));
  const mends = [removing(spot.path)];
  if (isPresent(grpc) && port !== undefined) {
    mends.unshift({
      title: 'Probe by opening a connection',
      steps: [
        { kind: 'set-field', path: [...spot.path, 'tcpSocket'], value: { port } },
        { kind: 'remove-field', path: grpc.path },
      ],
    });
  }
  const what = isPresent(grpc)
    ? 'istiod refuses gRPC probes, although its documentation has them. Use httpGet, tcpSocket or exec.'
    : 'The probe does not say how to probe. Use httpGet, tcpSocket or exec.';
  return [refuse('MW0630', isPresent(grpc) ? grpc : spot, what, { at: 'key', mends })];
}

function scheme(spot: Spot): readonly Finding[] {
  const written = text(spot);
  if (written === undefined || ['', 'HTTP', 'HTTPS'].includes(written)) return [];
  const meant = written.toUpperCase() === 'HTTPS' ? 'HTTPS' : 'HTTP';
  return [
    refuse('MW0631', spot, `A probe asks by HTTP or HTTPS, in capitals, not by ${quote(written)}.`, {
      mends: [setting(spot.path, meant)],
    }),
  ];
}

function header(around: Spot): readonly Finding[] {
  const spot = at(around, 'name');
  const name = isPresent(spot) ? text(spot) : '';
  if (name === '') {
    const mends = [removing(around.path, 'Remove the header')];
    return [
      refuse('MW0632', isPresent(spot) ? spot : around, 'A header of the probe has no name.', {
        at: 'key',
        mends,
      }),
    ];
  }
  // What is more than an underscore wrong, the schema's pattern has found.
  if (!name?.includes('_') || !/^[-_A-Za-z0-9]+$/.test(name)) return [];
  const what = `The header ${quote(name)} of a probe cannot have an underscore.`;
  return [refuse('MW0632', spot, what, { mends: [setting(spot.path, name.replaceAll('_', '-'))] })];
}

function command(spot: Spot): readonly Finding[] {
  if (!isPresent(spot) || isFilled(spot)) return [];
  return [refuse('MW0633', spot, 'The command of the probe is empty.', { at: 'key' })];
}
