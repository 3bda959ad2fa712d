import { describe, expect, it } from '@jest/globals'
import { asOrder, endpointIn, tell } from '../../../../../src/emulator/bedrock/writing/endpoint.ts'

describe('an HTTP operation', () => {
  it.each([
    ['GET /pets/{petId}', 'Returns a pet by its pet ID.'],
    ['Request: GET /orders/{orderId}/items', 'Lists the items of an order.'],
    ['Method: POST\nPath: /v1/branches', 'Creates a branch.'],
    ['Path: /copies/{id}\nMethod: DELETE', 'Deletes a copy by its ID.'],
    ['`PATCH /open-orders/{order_id}`', 'Changes parts of an open order by its order ID.'],
    ['PUT /a/{b}', 'Replaces an a by its b.'],
    ['HEAD /books', 'Tells of the books without their content.']
  ])('%j: %s', (text, told) => {
    const endpoint = endpointIn(text)

    expect(endpoint && tell(endpoint)).toBe(told)
  })

  it('is told with what stands beside it', () => {
    const material =
      'GET /books\n- page (query, integer)\n- q (query, string)\nNeeds the role: reader\nThis is deprecated.\nResponses:\n- 200: OK\n- 404: Not found'
    const endpoint = endpointIn(material)

    expect(endpoint && tell(endpoint, material)).toBe(
      'Lists the books. Takes page, q. Needs the role reader. May fail with 404 (Not found). Deprecated.'
    )
  })

  it('is none in other texts', () => {
    expect(endpointIn('Get the books from the /shelf')).toBeUndefined()
    expect(asOrder('Lists the books.')).toBe('List the books')
  })
})
