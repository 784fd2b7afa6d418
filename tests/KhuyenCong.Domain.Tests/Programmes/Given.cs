using KhuyenCong.Domain.Programmes;

namespace KhuyenCong.Domain.Tests.Programmes;

/// <summary>Programmes, targets and results to start from.</summary>
internal static class Given
{
    public static readonly DateOnly Today = new(2026, 11, 22);
    public static readonly DateTime Now = new(2026, 11, 22, 3, 0, 0, DateTimeKind.Utc);

    private static int ids;

    public static Guid NewId() => new(Interlocked.Increment(ref ids), 0, 0, new byte[8]);

    public static Programme Programme(ProgrammeText? text = null)
    {
        var programme = Domain.Programmes.Programme.From(new(NewId(), "56", ProgrammeLevel.Province, null, "Chương trình", 2026, 2030));
        programme.Apply(new VersionPublished(programme.ProgrammeId, 1, text ?? Shipped.KhanhHoa.Text, new(2026, 2, 9), "", Now));
        return programme;
    }

    public static Target Target(Programme programme, TargetStatement? statement = null) =>
        Domain.Programmes.Target.From(new(NewId(), "56", programme.ProgrammeId, statement ?? Statement("X-1", "Gian hàng", "gian hàng", 32), 1));

    public static TargetStatement Statement(string code, string name, string unit, long? quantity, TargetOperator @operator = TargetOperator.Exactly) => new()
    {
        Code = code,
        Name = name,
        Unit = unit,
        Quantity = quantity,
        Operator = @operator,
        Clause = "I.2",
        Quote = name,
    };

    public static ResultEntry Entry() => new() { Title = "Hội chợ Tết", AchievedOn = new(2026, 3, 1), CommuneCode = "22363", KeyKind = NaturalKeyKind.ClassAndDate };

    public static Ruling<ResultRecorded> Record(ResultEntry entry, Programme? programme = null, Target? target = null, Result? sameKey = null)
    {
        programme ??= Programme();
        return RecordResult.Of(entry, new(NewId(), programme, target ?? Target(programme), c => c == "22363", sameKey, Today, "Nguyễn Văn A (dữ liệu minh họa)", Now));
    }
}
