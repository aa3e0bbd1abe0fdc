import type { Mesh } from '../../istio/index.ts';
import { addCanary } from './canary/canary.ts';
import { behindEgress } from './egress/egress.ts';
import { moveToFile } from './move-to-file.ts';
import { renameOneHost } from './rename-host.ts';
import { renameOneNamespace } from './rename-namespace.ts';
import { renameOne } from './rename-resource.ts';
import { renameOneSubset } from './rename-subset.ts';
import { originateTls } from './tls/tls-origination.ts';
import type { RefactorAt, Refactoring } from './types.ts';
import { extractDelegate } from './virtual-service/extract-delegate.ts';
import { toHttpRoute } from './http-route/http-route.ts';
import { joinVirtualServices } from './virtual-service/join.ts';
import { splitVirtualService } from './virtual-service/split.ts';
import { upgradeApiVersion } from './upgrade-api-version.ts';

/** Every refactoring, as the dialog lists them. */
export const REFACTORINGS: readonly Refactoring[] = [
  renameOne,
  renameOneHost,
  renameOneSubset,
  renameOneNamespace,
  moveToFile,
  splitVirtualService,
  joinVirtualServices,
  extractDelegate,
  upgradeApiVersion,
  addCanary,
  originateTls,
  behindEgress,
  toHttpRoute,
];

/** Those that can be meant here. */
export const refactoringsAt = (mesh: Mesh, at: RefactorAt): readonly Refactoring[] =>
  REFACTORINGS.filter((refactoring) => refactoring.appliesTo(mesh, at));
