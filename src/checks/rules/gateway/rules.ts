import type { SpecRule } from '../../spec-rule.ts';
import { bind } from './bind.ts';
import { serverHosts } from './hosts.ts';
import { serverPorts } from './ports.ts';
import { servers } from './servers.ts';
import { serversTls } from './servers-tls.ts';

export const gatewayRules: readonly SpecRule[] = [servers, serverPorts, bind, serverHosts, serversTls];
