package kb

// FieldType is the type that the manifest declares for the values of a field;
// "" where it declares none.
type FieldType string

// The types of fields.
const (
	FieldText     FieldType = "text"
	FieldYear     FieldType = "year"
	FieldDate     FieldType = "date"
	FieldNumber   FieldType = "number"
	FieldBool     FieldType = "bool"
	FieldURL      FieldType = "url"
	FieldEmail    FieldType = "email"
	FieldLocation FieldType = "location" // [latitude, longitude], in degrees
)

// FieldTypes lists the types as the manifest names them.
var FieldTypes = []string{
	string(FieldText), string(FieldYear), string(FieldDate), string(FieldNumber),
	string(FieldBool), string(FieldURL), string(FieldEmail), string(FieldLocation),
}
