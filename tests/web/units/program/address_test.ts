// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hashOf, routeOf, samePlace, withChoices, type Route } from 'viewer/program/shared/address';

const ID = 'trapphus:hasselby/hasselby.yaml';

test('a page of the program comes back from its address', () => {
  const routes: Route[] = [
    { page: 'scenarios', lang: 'sv', pick: [], id: undefined, run: undefined, tab: undefined },
    { page: 'scenario', lang: 'en', id: ID, run: 17, tab: 'text', pick: [] },
    { page: 'run', lang: 'sv', run: 3, pick: [], id: undefined, tab: undefined },
    { page: 'compare', lang: 'sv', pick: [ID, 'min plan å.yaml'], id: undefined, run: undefined, tab: undefined },
  ];
  for (const route of routes) assert.deepEqual(routeOf(hashOf(route), 'en'), route);
});

test('an address that makes no sense leads to the first page', () => {
  for (const hash of ['', '#', '#page=nowhere', '#page=scenario', '#page=run', '#page=run&run=-1', '#page=run&run=x'])
    assert.equal(routeOf(hash, 'sv').page, 'scenarios', hash);
  assert.equal(routeOf('#lang=xx', 'sv').lang, 'sv');
});

test('the choices of a report stay in the address beside the page', () => {
  const route = routeOf(`#page=run&run=4&lang=sv`, 'en');
  const hash = withChoices(route, '#lang=en&year=2013&group=families&page=runs');
  assert.equal(hash, '#page=run&run=4&lang=sv&year=2013&group=families');
  assert.deepEqual(routeOf(hash, 'en'), route);
});

test('another tab or another tick is the same place; another run is not', () => {
  const at = routeOf(`#page=scenario&id=a.yaml&run=1&lang=sv`, 'en');
  assert.ok(samePlace(at, { ...at, tab: 'text', lang: 'en' }));
  assert.ok(!samePlace(at, { ...at, run: 2 }));
  assert.ok(!samePlace(at, { ...at, id: 'b.yaml' }));
});
