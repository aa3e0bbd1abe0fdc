import { useStoreApi } from '@xyflow/react';
import { useState } from 'react';

/**
 * Keeps React Flow from measuring nodes in the page. Their sizes and handles are given; it would measure each node
 * again as it comes into view, find no handles of its own there, and forget the given ones. To be called above
 * `ReactFlow`, before it reads the function that is replaced here.
 */
export function useGivenSizes(): void {
  const store = useStoreApi();
  useState(() => store.setState({ updateNodeInternals: () => undefined }));
}
