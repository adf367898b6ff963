import { createRequire } from 'node:module'
import { input, run } from '../measure.mjs'

const cedar = createRequire(import.meta.url)('@cedar-policy/cedar-wasm/nodejs')

const requests = new Map(
    input.questions.map(question => {
        const { partij, handeling, categorie, ...rest } = question.attributes
        return [
            question,
            {
                principal: { type: 'Partij', id: partij },
                action: { type: 'Action', id: handeling },
                resource: { type: 'Categorie', id: categorie },
                context: { ...rest, omstandigheden: question.circumstances },
                entities: [],
            },
        ]
    }),
)

for (const form of input.forms) {
    const largest = Math.max(...Object.values(form.sets).map(ids => ids.length))
    for (const [name, ids] of Object.entries(form.sets)) {
        const staticPolicies = Object.fromEntries(ids.map(id => [id, input.policies[id]]))
        const parsed = cedar.preparsePolicySet(`${form.name}:${name}`, { staticPolicies })
        if (parsed.type !== 'success') throw new Error(JSON.stringify(parsed))
    }
    const setOf = new Map(input.questions.map((question, i) => [question, `${form.name}:${form.setOf[i]}`]))
    await run(form.name, largest, question => {
        const answer = cedar.statefulIsAuthorized({ ...requests.get(question), preparsedPolicySetId: setOf.get(question) })
        if (answer.type !== 'success' || answer.response.diagnostics.errors.length > 0) throw new Error(JSON.stringify(answer))
        return answer.response.decision === 'allow'
    })
}
