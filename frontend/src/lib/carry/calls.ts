import type { Desk, Progress } from './desk.ts'
import type { Trouble } from './unreadable.ts'

/** What can be asked of the desk; one thing at a time. */
export type Asked =
  'inventory' | 'make' | 'open' | 'unlock' | 'preview' | 'bring' | 'last' | 'takeBack'

export interface Call {
  name: Asked
  args: unknown[]
}

export interface Answer {
  progress?: Progress
  value?: unknown
  trouble?: Trouble
}

export type Given<Name extends Asked> = Parameters<Desk[Name]>
export type Got<Name extends Asked> = Awaited<ReturnType<Desk[Name]>>
