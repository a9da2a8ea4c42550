import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { createWorkspace } from './book/workspace.ts'
import { checkedInput, knownCall } from './check-input.ts'
import { calls, type CallName, type Calls } from './contract/calls.ts'
import type { CallDefinition } from './contract/define.ts'
import type { CallAnswer, CallRequest, Push, Topic } from './contract/envelope.ts'
import { PanelbookError } from './contract/errors.ts'
import type { CallContext, Core } from './core.ts'
import type { CommandContext, HostContext, QueryContext, SteppedCall } from './handler.ts'
import { handlers } from './handlers.ts'
import { historyState } from './history/queries.ts'
import { takeBack } from './history/take-back.ts'
import type { Ports } from './ports.ts'
import { buildSample } from './sample/build-sample.ts'

type AnyHandler = (context: unknown, input: unknown) => unknown

/** Makes the core for one host. It has no open book until one is opened. */
export function createCore(ports: Ports): Core {
  const listeners = new Set<(push: Push) => void>()
  const push = (message: Push) => {
    for (const listener of listeners) listener(message)
  }
  const workspace = createWorkspace(ports, (reason) => push({ kind: 'book', reason }))

  async function call(request: CallRequest, context: CallContext): Promise<CallAnswer> {
    try {
      return await dispatch(request, context)
    } catch (error) {
      return { ok: false, error: refusalOf(error, request.name, ports) }
    }
  }

  async function dispatch(request: CallRequest, context: CallContext): Promise<CallAnswer> {
    const name = knownCall(request.name)
    const definition: CallDefinition = calls[name]
    const input = checkedInput(name, request.input)
    const now = context.at ?? ports.clock.now()
    if (definition.kind === 'command') refuseOtherBook(request)
    if (isStep(name)) return step(name, request, context, now)
    const handler = handlers[name] as AnyHandler
    switch (definition.kind) {
      case 'pure':
        return { ok: true, value: await handler({ ports }, input) }
      case 'query':
        return { ok: true, value: runQuery(handler, input, now) }
      case 'command':
        return runCommand(name, definition, handler, input, request, context, now)
      case 'host':
        return { ok: true, value: await handler(hostContext(request, context, now), input) }
    }
  }

  /** Sent before another book was opened, and arrived after it. */
  function refuseOtherBook({ book }: CallRequest): void {
    if (book === undefined || book === workspace.current()?.lineageId) return
    throw new PanelbookError('conflict', 'Another book is open by now; this was meant for the one before.', {
      safe: 'Nothing was changed.',
    })
  }

  function runQuery(handler: AnyHandler, input: unknown, now: string): unknown {
    const store = workspace.store()
    return store.read((db) => handler({ db, now, history: store } satisfies QueryContext, input))
  }

  function runCommand(
    name: CallName,
    definition: CallDefinition,
    handler: AnyHandler,
    input: unknown,
    request: CallRequest,
    context: CallContext,
    now: string,
  ): CallAnswer {
    let summary = definition.description
    const { value, seq, replayed } = workspace.store().command(
      {
        requestId: request.requestId ?? ports.ids.next(),
        command: name,
        input,
        actor: context.actor,
        at: now,
        summary: () => summary,
      },
      (db) =>
        handler(
          {
            db,
            now,
            actor: context.actor,
            nextId: () => ports.ids.next(),
            summarise: (words) => {
              summary = words
            },
          } satisfies CommandContext,
          input,
        ),
    )
    if (!replayed) changed(seq, definition.topics)
    return { ok: true, value, seq }
  }

  /** Undo and redo: the topics are those of the command that they touch. */
  function step(name: SteppedCall, request: CallRequest, context: CallContext, now: string): CallAnswer {
    const store = workspace.store()
    const entry = { requestId: request.requestId ?? ports.ids.next(), actor: context.actor, at: now }
    const { taken, seq, replayed } = takeBack(store, name, entry)
    if (!replayed) changed(seq, touchedTopics(taken.about.command))
    return { ok: true, value: { summary: taken.summary, state: historyState(store) }, seq }
  }

  function hostContext(request: CallRequest, context: CallContext, now: string): HostContext {
    const requestId = request.requestId ?? ''
    return {
      ports,
      workspace,
      actor: context.actor,
      now,
      signal: context.signal,
      progress: (done, total, what) => push({ kind: 'progress', requestId, done, total, what }),
      call: (name, input) => call({ name, input }, context) as Promise<never>,
      changed: (topics) => changed(workspace.store().seq(), topics),
      makeSample,
    }
  }

  /** In a core of its own, so that nobody sees the sample half made and no list of recent books names it. */
  async function makeSample(path: string): Promise<void> {
    const maker = createCore({ ...ports, places: { ...ports.places, data: dirname(path) } })
    try {
      await maker.createBook(path, { name: 'Sample book', sample: true })
    } finally {
      await maker.close()
    }
  }

  function changed(seq: number, topics: readonly Topic[]) {
    push({ kind: 'changed', seq, topics: [...new Set<Topic>([...topics, 'history'])] })
  }

  return {
    call,
    onPush(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async openBook(path, options = {}) {
      await workspace.open(path, options)
    },
    async createBook(path, options) {
      await workspace.create(path, options.name, { isSample: options.sample === true })
      if (options.sample !== true) return
      try {
        await buildSample(call, ports, { held: options.held === true })
      } catch (error) {
        // Nobody has seen it yet, and a sample that is half made would be taken for the sample.
        await workspace.close()
        for (const end of ['', '-wal', '-shm', '.lock', '.ballast']) rmSync(path + end, { force: true })
        if (!(error instanceof PanelbookError)) throw error
        throw new PanelbookError(error.code, `The sample book could not be made: ${error.message}`, {
          safe: 'Nothing was left behind.',
          ...(error.remedy === undefined ? {} : { remedy: error.remedy }),
        })
      }
    },
    async close() {
      await workspace.close()
    },
  }
}

function isStep(name: CallName): name is SteppedCall {
  return name === 'history.undo' || name === 'history.redo'
}

function touchedTopics(command: string): readonly Topic[] {
  return Object.hasOwn(calls, command) ? calls[command as keyof Calls].topics : []
}

function refusalOf(error: unknown, name: string, ports: Ports) {
  if (error instanceof PanelbookError) return error.toRefusal()
  ports.log.error('A call failed', {
    name,
    error: error instanceof Error ? (error.stack ?? error.message) : String(error),
  })
  return new PanelbookError('internal', 'Panelbook could not do this because of a fault of its own.', {
    safe: 'Nothing was changed; everything recorded before is saved.',
    remedy: 'Try again; if it happens again, send the log file to whoever looks after Panelbook.',
  }).toRefusal()
}
