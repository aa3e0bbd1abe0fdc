import { factsOf, plainRequest, sayOutcome } from '../traffic/index.ts';
import type { OpenWorkspace, Request, Step, Trace } from '../index.ts';

const MARKS: Readonly<Record<Step['result'], string>> = { taken: '→', passed: '·', note: '!' };

/** The way of a request for people: each step with its stage and place, how it ends, and what counts on the way. */
export function traceAsText(request: Request, trace: Trace, workspace: OpenWorkspace): string {
  const { outcome, steps } = trace;
  const said = sayOutcome(trace, request);
  const facts = factsOf(outcome);
  const width = Math.max(0, ...facts.map(({ title }) => title.length));
  return [
    requestLine(request),
    '',
    ...steps.map((step) => stepLine(step, workspace)),
    '',
    said.text.startsWith(said.head) ? said.text : `${said.head}: ${said.text}`,
    ...facts.map(({ title, value, odd }) => `  ${title.padEnd(width)}  ${value}${odd ? '  (!)' : ''}`),
    '',
  ].join('\n');
}

/** `GET http://orders.shop/v2, from shop (app=web)`. */
export function requestLine(request: Request): string {
  const { caller, protocol, tls, host, port, method, path } = plainRequest(request);
  const labels = Object.entries(caller.labels ?? {}).map(([name, value]) => `${name}=${value}`);
  const who = `${caller.kind === 'gateway' ? 'at a gateway of' : 'from'} ${caller.namespace}${labels.length ? ` (${labels.join(', ')})` : ''}`;
  const named = /:\d+$/.test(host) ? host : `${host}:${port}`;
  if (protocol === 'tcp') return `TCP to ${named}, ${who}`;
  if (tls !== 'plaintext' && caller.kind === 'sidecar') return `TLS to ${named}, ${who}`;
  const scheme = tls === 'plaintext' ? 'http' : 'https';
  return `${method} ${scheme}://${named.replace(scheme === 'http' ? /:80$/ : /:443$/, '')}${path}, ${who}`;
}

function stepLine(step: Step, workspace: OpenWorkspace): string {
  const place = step.resource === undefined ? undefined : workspace.place(step.resource, step.path);
  const where = place ? `  ${place.file}:${place.line}` : '';
  return `  ${MARKS[step.result]} ${step.stage.padEnd(12)}  ${step.text}${where}`;
}
