using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace KhuyenCong.Domain.Programmes;

/// <summary>The one JSON form of a programme: shipped files, stored versions, differences.</summary>
/// <remarks>Money is a plain whole number of đồng; enums are words; what is not known is left out.</remarks>
public static class ProgrammeJson
{
    public static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(), new DongJson() },
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T Read<T>(string json) =>
        JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException("The text is the JSON word null.");

    private sealed class DongJson : JsonConverter<Dong>
    {
        public override Dong Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetInt64());

        public override void Write(Utf8JsonWriter writer, Dong value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Amount);
    }
}
