import { useStoreApi } from '@xyflow/react';
import { useState } from 'react';

/**
 * Keeps React Flow from measuring nodes in the page as they come into view: their sizes are given. To be called above
 * `ReactFlow`, before it reads the function that is replaced here.
 */
export function useGivenSizes(): void {
  const store = useStoreApi();
  useState(() => store.setState({ updateNodeInternals: () => undefined }));
}
