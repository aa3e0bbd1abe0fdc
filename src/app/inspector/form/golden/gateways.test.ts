import { describe } from 'vitest';
import {
  choose,
  duplicate,
  holdsTo,
  moveTo,
  remove,
  removeItem,
  renameKey,
  typeAt,
} from './golden.testkit.ts';

const GATEWAY = `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: front, namespace: edge}
spec:
  selector: {istio: ingressgateway}   # ours
  servers:
    # outside
    - port:
        number: 443
        name: https
        protocol: HTTPS
      hosts: ["*.shop.example"]
      tls:
        mode: SIMPLE
        credentialName: shop-cert # renewed
        cipherSuites: [ECDHE-RSA-AES256-GCM-SHA384]
    - port: {number: 80, name: http, protocol: HTTP}
      hosts:
        - '*'
      tls: {httpsRedirect: true}
`;
const PLAIN = `    - port: {number: 80, name: http, protocol: HTTP}
      hosts:
        - '*'
      tls: {httpsRedirect: true}
`;
const CIPHERS = '        cipherSuites: [ECDHE-RSA-AES256-GCM-SHA384]\n';

// A row a line, so that what belongs together is seen together.
// prettier-ignore
describe('Gateway', () => holdsTo(GATEWAY, [
  ['port', 'spec.servers[0].port.number', '        number: 443\n', ['8443', '        number: 8443\n']],
  ['text', 'spec.servers[1].port.name', 'name: http,', ['http-web', 'name: http-web,']],
  ['text not there', 'spec.servers[1].bind', '      tls: {httpsRedirect: true}\n', ['127.0.0.1', '+      bind: 127.0.0.1\n'], [remove, '+']],
  ['host', 'spec.servers[0].hosts[0]', '["*.shop.example"]', ['shop/shop.example', '["shop/shop.example"]']],
  ['host more', 'spec.servers[1].hosts[1]', "        - '*'\n", ['shop.example', '+        - shop.example\n'], [remove, '+']],
  ['secret', 'spec.servers[0].tls.credentialName', 'credentialName: shop-cert # renewed', ['new-cert', 'credentialName: new-cert # renewed']],
  ['enum', 'spec.servers[0].tls.mode', 'mode: SIMPLE', ['MUTUAL', 'mode: MUTUAL']],
  ['enum not there', 'spec.servers[0].tls.minProtocolVersion', CIPHERS, ['TLSV1_3', '        minProtocolVersion: TLSV1_3\n' + CIPHERS], [remove, '+']],
  ['boolean', 'spec.servers[1].tls.httpsRedirect', '{httpsRedirect: true}', ['false', '{httpsRedirect: false}'], [remove, '{}']],
  ['list in brackets', 'spec.servers[0].tls.cipherSuites[0]', CIPHERS, [remove, '']],
  ['map', 'spec.selector.istio', '{istio: ingressgateway}', ['edge', '{istio: edge}']],
  ['key', 'spec.selector.istio', '{istio: ingressgateway}', [renameKey('app'), '{app: ingressgateway}']],
  ['server more', 'spec.servers[2].port.number', PLAIN, ['9000', '+    - port:\n        number: 9000\n'], [remove, '+']],
  ['server copied', 'spec.servers[1]', PLAIN, [duplicate, `+${PLAIN}`]],
  ['server removed', 'spec.servers[1]', PLAIN, [removeItem, '']],
  ['server moved', 'spec.servers[1]', GATEWAY.slice(GATEWAY.indexOf('    # outside\n')), [moveTo(0), PLAIN + GATEWAY.slice(GATEWAY.indexOf('    # outside\n'), GATEWAY.indexOf(PLAIN))]],
  ['union', 'spec.servers[0].tls', '        credentialName: shop-cert # renewed\n',
    [choose('tlsCertificates'), '+'],
    [typeAt('tlsCertificates[0].privateKey', '/etc/key.pem'), '+        tlsCertificates:\n          - privateKey: /etc/key.pem\n'],
    [choose('credentialNames'), '+        tlsCertificates:\n          - privateKey: /etc/key.pem\n'],
    [typeAt('credentialNames[0]', 'rsa-cert'), '+        credentialNames:\n          - rsa-cert\n'],
    [choose('tlsCertificates'), '+        tlsCertificates:\n          - privateKey: /etc/key.pem\n']],
]));

const SIDECAR = `apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: {name: front, namespace: shop}
spec:
  workloadSelector:
    labels: {app: front}
  egress:
  - hosts:
    - ./*   # ours
    - istio-system/*
  - port: {number: 9080, protocol: HTTP, name: egress}
    hosts: [shop/*]
  ingress:
  - port:
      number: 9080
      protocol: HTTP
      name: in
    defaultEndpoint: 127.0.0.1:8080
  outboundTrafficPolicy: {mode: REGISTRY_ONLY}
`;

// prettier-ignore
describe('Sidecar', () => holdsTo(SIDECAR, [
  ['host', 'spec.egress[0].hosts[1]', '    - istio-system/*\n', ['other/*.svc', '    - other/*.svc\n'], [remove, '']],
  ['host more', 'spec.egress[1].hosts[1]', '[shop/*]', ['~/*', '[shop/*, "~/*"]'], [remove, '+']],
  ['port', 'spec.egress[1].port.number', '{number: 9080, protocol: HTTP, name: egress}', ['9090', '{number: 9090, protocol: HTTP, name: egress}']],
  ['text', 'spec.ingress[0].defaultEndpoint', 'defaultEndpoint: 127.0.0.1:8080', ['unix:///run/app.sock', 'defaultEndpoint: unix:///run/app.sock']],
  ['enum', 'spec.outboundTrafficPolicy.mode', '{mode: REGISTRY_ONLY}', ['ALLOW_ANY', '{mode: ALLOW_ANY}']],
  ['section', 'spec.outboundTrafficPolicy', '  outboundTrafficPolicy: {mode: REGISTRY_ONLY}\n', [remove, '']],
  ['enum not there', 'spec.egress[0].captureMode', '    - istio-system/*\n', ['NONE', '+    captureMode: NONE\n'], ['IPTABLES', '+    captureMode: IPTABLES\n'], [remove, '+']],
  ['number', 'spec.inboundConnectionPool.http.http2MaxRequests', '  outboundTrafficPolicy: {mode: REGISTRY_ONLY}\n', ['10', '+  inboundConnectionPool:\n    http:\n      http2MaxRequests: 10\n'], [remove, '+']],
  ['duration', 'spec.ingress[0].connectionPool.tcp.connectTimeout', '    defaultEndpoint: 127.0.0.1:8080\n', ['1s', '+    connectionPool:\n      tcp:\n        connectTimeout: 1s\n'], ['5ms', '+    connectionPool:\n      tcp:\n        connectTimeout: 5ms\n'], [remove, '+']],
  ['boolean', 'spec.ingress[0].tls.httpsRedirect', '    defaultEndpoint: 127.0.0.1:8080\n', ['true', '+    tls:\n      httpsRedirect: true\n'], ['false', '+    tls:\n      httpsRedirect: false\n'], [remove, '+']],
  ['map', 'spec.workloadSelector.labels.app', '{app: front}', ['back', '{app: back}']],
  ['key', 'spec.workloadSelector.labels.app', '{app: front}', [renameKey('name'), '{name: front}']],
  ['listener more', 'spec.egress[2].hosts[0]', '    hosts: [shop/*]\n', ['*/*', '+  - hosts:\n    - "*/*"\n'], [remove, '+']],
  ['listener moved', 'spec.egress[1]', `  - hosts:
    - ./*   # ours
    - istio-system/*
  - port: {number: 9080, protocol: HTTP, name: egress}
    hosts: [shop/*]
`, [moveTo(0), `  - port: {number: 9080, protocol: HTTP, name: egress}
    hosts: [shop/*]
  - hosts:
    - ./*   # ours
    - istio-system/*
`]],
  ['listener removed', 'spec.ingress[0]', `  ingress:
  - port:
      number: 9080
      protocol: HTTP
      name: in
    defaultEndpoint: 127.0.0.1:8080
`, [removeItem, '']],
]));
