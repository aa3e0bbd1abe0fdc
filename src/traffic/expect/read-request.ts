import type { Caller, Request } from '../request.ts';
import { plainRequest, RequestError } from '../request.ts';
import { PROTOCOLS, protocolFields } from '../protocol.ts';
import type { Fields } from './shape.ts';

/** The request of an expectation; undefined where it cannot be sent, which is then said. */
export function readRequest(fields: Fields): Request | undefined {
  const caller = readCaller(fields);
  const [url, host, port] = [fields.text('url'), fields.text('host'), fields.number('port')];
  const word = fields.oneOf('protocol', PROTOCOLS);
  const spoken = word === undefined ? undefined : protocolFields(word);
  const headers = fields.texts('headers');
  const method = fields.text('method') ?? spoken?.method;
  const rest = {
    path: fields.text('path'),
    sni: fields.text('sni'),
    address: fields.text('address'),
    dial: fields.text('dial'),
  };
  fields.done('A request');
  if (!caller) return undefined;
  if (url !== undefined && (host !== undefined || port !== undefined || rest.path !== undefined))
    return fields.say(
      'url',
      'A URL says the host, the port and the path already: leave those out, or the URL.',
    );
  if (url === undefined && host === undefined)
    return fields.say(null, 'A request needs a "url", or a "host" with a "port".');
  const all = { ...spoken?.headers, ...headers };
  const known = Object.entries({ url, host, port, method, ...rest }).filter(
    ([, value]) => value !== undefined,
  );
  const request: Request = {
    caller,
    ...Object.fromEntries(known),
    ...(spoken && { protocol: spoken.protocol, ...(url === undefined && { tls: spoken.tls }) }),
    ...(Object.keys(all).length && { headers: all }),
  };
  try {
    plainRequest(request);
    return request;
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    return fields.say(url === undefined ? null : 'url', error.message);
  }
}

/** Who sends: `from` a workload, or arriving at a `gateway`; a namespace alone is enough for a workload. */
function readCaller(fields: Fields): Caller | undefined {
  const [from, gateway] = [fields.value('from'), fields.value('gateway')];
  if ((from === undefined) === (gateway === undefined))
    return fields.say(
      null,
      'A request says who sends it: "from" a workload’s namespace and labels, or at a "gateway" with the labels of its pods.',
    );
  if (typeof from === 'string' && from) return { kind: 'sidecar', namespace: from };
  const name = from === undefined ? 'gateway' : 'from';
  const caller = fields.fields(name);
  if (!caller) return undefined;
  const [namespace, labels, locality] = [
    caller.text('namespace'),
    caller.texts('labels'),
    caller.text('locality'),
  ];
  caller.done(`"${name}"`);
  if (!namespace) return caller.say(null, `"${name}" needs a "namespace".`);
  return {
    kind: name === 'from' ? 'sidecar' : 'gateway',
    namespace,
    ...(labels && { labels }),
    ...(locality && { locality }),
  };
}
