import { itemPlaceNames, itemPlaces } from '../../core/contract/places.ts'

/** What is filled in at an item, in braces. */
export function PlacesList() {
  return (
    <p className="places-list">
      <span>Filled in at the item:</span>
      {itemPlaceNames.map((name) => (
        <code key={name} title={itemPlaces[name]}>
          {`{${name}}`}
        </code>
      ))}
    </p>
  )
}
