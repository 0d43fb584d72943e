import { expect, test } from 'vitest';
import type { Contract } from './contract.ts';
import { listOperations } from './contract.ts';
import { makeOperationTable } from './operation-table.ts';
import { makeScopeRegistry } from './scope-registry.ts';

const contract = (paths: Contract['paths']): Contract => ({
  openapi: '3.1.0',
  info: { title: 'Sample', version: '1.0.0' },
  paths,
  components: {
    requestBodies: { TokenRequest: { content: { 'application/x-www-form-urlencoded': {} } } },
    securitySchemes: {
      oauth2: { type: 'oauth2', flows: { authorizationCode: { scopes: { 'b:read': 'B', 'a:read': 'A' } } } },
    },
  },
});

const token = {
  operationId: 'issueToken',
  tags: ['Token'],
  'x-codegrant-cache': 'never',
  'x-other': true,
  security: [{ oauth2: ['a:read'] }],
  requestBody: { $ref: '#/components/requestBodies/TokenRequest' },
  responses: { 200: { content: { 'application/json': {} } }, 400: {}, default: {} },
};

test('an operation is listed with its media types, statuses and own extensions', () => {
  expect(listOperations(contract({ '/oauth/token': { parameters: [], post: token } }))).toEqual([
    {
      operationId: 'issueToken',
      method: 'post',
      path: '/oauth/token',
      tags: ['Token'],
      requestMediaTypes: ['application/x-www-form-urlencoded'],
      responseStatuses: [200, 400, 'default'],
      responseMediaTypes: ['application/json'],
      scopes: ['a:read'],
      extensions: { 'x-codegrant-cache': 'never' },
    },
  ]);
});

test('an operation without an operationId is refused by its method and path', () => {
  const nameless = contract({ '/login': { get: { responses: {} } } });
  expect(() => listOperations(nameless)).toThrow('get /login has no operationId');
});

test('an operationId that is taken is refused', () => {
  const twice = contract({ '/a': { get: token }, '/b': { post: token } });
  expect(() => listOperations(twice)).toThrow('post /b: operationId issueToken is taken');
});

test('a reference to a request body that is not there is refused', () => {
  const broken = { ...token, requestBody: { $ref: '#/components/requestBodies/Missing' } };
  expect(() => listOperations(contract({ '/a': { post: broken } }))).toThrow('Missing leads nowhere');
});

test('the operation table types an extension by the values that it takes', () => {
  const other = { ...token, operationId: 'showLogin', 'x-codegrant-cache': { seconds: [1, 2] } };
  const source = makeOperationTable(contract({ '/a': { post: token }, '/b': { get: other } }));
  expect(source).toContain('export type OperationId = "issueToken" | "showLogin";');
  expect(source).toContain(
    'readonly "x-codegrant-cache"?: "never" | { readonly "seconds": readonly (1 | 2)[] };',
  );
});

test('the scope registry keeps the order of the contract', () => {
  const source = makeScopeRegistry(contract({}));
  expect(source.indexOf('b:read')).toBeLessThan(source.indexOf('a:read'));
});

test('a contract without the authorization-code flow has no scope registry', () => {
  const { components: _, ...bare } = contract({});
  expect(() => makeScopeRegistry(bare)).toThrow('no components.securitySchemes.oauth2');
});
