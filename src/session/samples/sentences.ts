/** What each sample shows, in a sentence, by its id. Apart from the titles: only the list of samples reads it. */
export const SAMPLE_SENTENCES: Readonly<Record<string, string>> = {
  article: 'An external API, registered, secured and routed: three resources, one way through them.',
  'article-step-1': 'A ServiceEntry makes the external API known to the mesh.',
  'article-step-2': 'A DestinationRule adds TLS, limits and a circuit breaker, and what worked breaks.',
  'article-steps': 'A VirtualService for a path that the sidecar never sees.',
  'article-mirroring': 'A copy of the traffic for a canary, and why no request arrives there.',
  'article-corrected':
    'The smallest changes that keep its promises: the sidecar opens TLS, rewrites, and mirrors.',
  'weighted-canary': 'Nine requests in ten stay with the proven version, one goes to the new one.',
  'header-routing': 'Testers reach the new version by a header; everybody else stays where they are.',
  'fault-injection': 'Delays and errors on purpose, for one caller only, to see how it copes.',
  'timeouts-retries':
    'How long a call may take, how often it is tried again, and when a bad endpoint is left out.',
  'locality-failover':
    'Traffic stays in its region while endpoints there are healthy, and moves to the next one when not.',
  'ingress-gateway':
    'A public host with TLS at the edge, plain HTTP sent on to HTTPS, and paths to two services.',
  'egress-gateway': 'Calls to an outside API leave the mesh through one gateway, which opens TLS for them.',
};
