import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { CallContext, Core } from '../../core/core.ts'
import { asCallRequest } from '../shared/call-request.ts'
import { securityHeaders } from '../shared/security-headers.ts'
import { readStaticFile } from '../shared/static-file.ts'
import type { Downloads } from './downloads.ts'
import type { Gate, Rejection } from './gate.ts'
import { createGate } from './gate.ts'
import type { PageDialogs } from './page-dialogs.ts'
import type { PushStreams } from './push-streams.ts'
import { readJsonBody } from './read-json-body.ts'

export interface LoopbackServer {
  /** With the token that works once. */
  address: string
  port: number
  stop(): Promise<void>
}

export interface LoopbackParts {
  core: Core
  context: CallContext
  pageFolder: string
  streams: PushStreams
  pageDialogs: PageDialogs
  downloads: Downloads
}

/**
 * Serves the page and the core at 127.0.0.1. Everything but the one-time address needs the cookie; every effect
 * needs POST, JSON and our own origin.
 */
export async function serveLoopback(parts: LoopbackParts, port: number): Promise<LoopbackServer> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: '127.0.0.1', port, exclusive: true }, resolve)
  })
  const actualPort = (server.address() as AddressInfo).port
  const gate = createGate(actualPort)
  server.on('request', (request, response) => {
    answer(request, response, parts, gate).catch(() => {
      if (!response.headersSent)
        refuse(response, { status: 500, sentence: 'Panelbook could not answer this.' })
      else response.destroy()
    })
  })
  return {
    address: `http://127.0.0.1:${String(actualPort)}/?token=${gate.token}`,
    port: actualPort,
    stop: () => stopServer(server),
  }
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  parts: LoopbackParts,
  gate: Gate,
): Promise<void> {
  for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value)
  const method = request.method ?? ''
  const [path = '/', search = ''] = (request.url ?? '/').split('?', 2)
  const rejection = gate.checkOrigin(method, request.headers)
  if (rejection !== null) {
    refuse(response, rejection)
    return
  }
  const token = new URLSearchParams(search).get('token')
  if (method === 'GET' && path === '/' && token !== null) {
    const cookie = gate.redeem(token)
    if (typeof cookie !== 'string') refuse(response, cookie)
    else response.writeHead(303, { 'set-cookie': cookie, location: '/' }).end()
    return
  }
  if (!gate.hasSession(request.headers)) {
    refuse(response, { status: 403, sentence: 'Open the address that Panelbook printed when it started.' })
    return
  }
  if (path === '/call' || path === '/answer') {
    if (method !== 'POST') refuse(response, wrongMethod)
    else await answerPost(path, request, response, parts)
    return
  }
  if (method !== 'GET') refuse(response, wrongMethod)
  else if (path === '/push') parts.streams.open(pageOf(search), response)
  else if (path.startsWith('/download/')) download(path.slice('/download/'.length), response, parts.downloads)
  else await servePage(path, response, parts.pageFolder)
}

async function answerPost(
  path: '/call' | '/answer',
  request: IncomingMessage,
  response: ServerResponse,
  parts: LoopbackParts,
): Promise<void> {
  const body = await readJsonBody(request)
  if ('status' in body) {
    refuse(response, body)
    return
  }
  const page = request.headers['x-panelbook-page']
  const pageId = typeof page === 'string' ? page : ''
  if (path === '/answer') {
    const { id, path: chosen } = (body.value ?? {}) as Record<string, unknown>
    if (typeof id !== 'string' || !(chosen === null || typeof chosen === 'string')) {
      refuse(response, { status: 400, sentence: 'An answer is an object with an id and a path.' })
      return
    }
    const sentence = parts.pageDialogs.answer(pageId, id, chosen)
    sendJson(response, sentence === null ? { ok: true } : { ok: false, sentence })
    return
  }
  const call = asCallRequest(body.value)
  if (call === null) {
    refuse(response, { status: 400, sentence: 'A call is an object with a name and an input.' })
    return
  }
  sendJson(response, await parts.pageDialogs.runFor(pageId, () => parts.core.call(call, parts.context)))
}

function download(id: string, response: ServerResponse, downloads: Downloads): void {
  const file = downloads.take(id)
  if (file === null) {
    refuse(response, { status: 404, sentence: 'This file has been fetched already; export it again.' })
    return
  }
  response
    .writeHead(200, {
      'content-type': file.mediaType,
      'content-length': file.bytes.byteLength,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName)}`,
    })
    .end(file.bytes)
}

async function servePage(path: string, response: ServerResponse, folder: string): Promise<void> {
  const file = await readStaticFile(folder, path)
  if (file === null) refuse(response, { status: 404, sentence: 'There is nothing at this address.' })
  else response.writeHead(200, { 'content-type': file.mediaType }).end(file.bytes)
}

function pageOf(search: string): string {
  return new URLSearchParams(search).get('page') ?? ''
}

function sendJson(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(value))
}

function refuse(response: ServerResponse, rejection: Rejection): void {
  response
    .writeHead(rejection.status, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' })
    .end(`${rejection.sentence}\n`)
}

const wrongMethod: Rejection = { status: 405, sentence: 'This address does not take that kind of request.' }

function stopServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve()
    })
    server.closeAllConnections()
  })
}
