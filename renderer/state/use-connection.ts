import { useEffect, useState } from 'react'
import { client } from './client.ts'

/** Whether the host can be reached. */
export function useConnection(): boolean {
  const [isConnected, setIsConnected] = useState(true)
  useEffect(() => client.onConnection(setIsConnected), [])
  return isConnected
}
