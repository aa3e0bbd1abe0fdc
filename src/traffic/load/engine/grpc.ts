/**
 * gRPC's statuses, and the HTTP statuses as which Envoy counts them in outlier detection. Of two that count as the same the one that
 * servers rather answer with comes first. https://github.com/googleapis/googleapis/blob/master/google/rpc/code.proto
 */
const HTTP_OF: Readonly<Record<string, number>> = {
  OK: 200,
  INVALID_ARGUMENT: 400,
  FAILED_PRECONDITION: 400,
  OUT_OF_RANGE: 400,
  UNAUTHENTICATED: 401,
  PERMISSION_DENIED: 403,
  NOT_FOUND: 404,
  ABORTED: 409,
  ALREADY_EXISTS: 409,
  RESOURCE_EXHAUSTED: 429,
  CANCELLED: 499,
  INTERNAL: 500,
  UNKNOWN: 500,
  DATA_LOSS: 500,
  UNIMPLEMENTED: 501,
  UNAVAILABLE: 503,
  DEADLINE_EXCEEDED: 504,
};

const FAILURES = new Map(
  Object.entries(HTTP_OF)
    .filter(([grpc]) => grpc !== 'OK')
    .map(([grpc, status]) => [status, grpc] as const)
    .reverse(),
);

/** The HTTP status as which a gRPC status counts; undefined for a word that is none. */
export const httpOf = (grpc: string): number | undefined => HTTP_OF[grpc];

/** With which gRPC status a server fails that is said to answer an HTTP status; undefined where none stands for it. */
export const grpcOf = (status: number): string | undefined => FAILURES.get(status);

/**
 * The gRPC status of an answer that a proxy makes by itself; its HTTP status is 200 then.
 * https://github.com/grpc/grpc/blob/master/doc/http-grpc-status-mapping.md
 */
export function grpcOfProxy(status: number): string {
  if (status === 429 || (status >= 502 && status <= 504)) return 'UNAVAILABLE';
  return LOCAL[status] ?? 'UNKNOWN';
}

const LOCAL: Readonly<Record<number, string>> = {
  400: 'INTERNAL',
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_DENIED',
  404: 'UNIMPLEMENTED',
};
