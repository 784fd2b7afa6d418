using KhuyenCong.Data;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Web.Pages.Programmes;

namespace KhuyenCong.Web.Tests.Programmes;

/// <summary>A small published programme of its own for each test, with one gap of 300.000 đồng, one reader note and one target "mỗi đợt".</summary>
public static class GivenProgramme
{
    public static Task<Programme> WithAProgramme(this App app, string province = App.KhanhHoa, Func<ProgrammeText, ProgrammeText>? change = null, string? commune = null) =>
        app.WithDb(province, async db =>
        {
            var clock = TimeProvider.System;
            var text = Text($"{Uuid.New(clock):N}"[20..]);
            text = change?.Invoke(text) ?? text;
            var programme = Programme.From(new(Uuid.New(clock), province, commune is null ? ProgrammeLevel.Province : ProgrammeLevel.Commune, commune, text.Title, text.FromYear, text.ToYear));
            var draft = ProgrammeVersion.From(new(Uuid.New(clock), province, programme.ProgrammeId, 1, text, VersionSource.Form, "Kiểm thử", clock.UtcNow));
            db.Programmes.Add(programme);
            db.ProgrammeVersions.Add(draft);
            (await Publisher.PublishAsync(db, programme, draft, null, "Kiểm thử", clock)).Breaches.ShouldBeEmpty();
            db.Discrepancies.Add(Discrepancy.From(new ReaderNote("GC-01", ReaderNoteKind.Wording, "kỳ và đợt dùng lẫn", [new("03 kỳ", "I.2")], "Hai cách gọi."), programme, Uuid.New(clock), 1));
            db.Because("programme.version-published", "kiểm thử");
            await db.SaveChangesAsync();
            return programme;
        });

    public static Task<Guid> WithADraft(this App app, Programme programme, Func<ProgrammeText, ProgrammeText> change) =>
        app.WithDb(programme.ProvinceCode, async db =>
        {
            var clock = TimeProvider.System;
            var current = db.ProgrammeVersions.Single(v => v.ProgrammeId == programme.ProgrammeId && v.Number == 1);
            var draft = ProgrammeVersion.From(new(Uuid.New(clock), programme.ProvinceCode, programme.ProgrammeId, 2, change(current.Text), VersionSource.Form, "Kiểm thử", clock.UtcNow));
            db.ProgrammeVersions.Add(draft);
            db.Because("programme.draft-saved", "kiểm thử");
            await db.SaveChangesAsync();
            return draft.ProgrammeVersionId;
        });

    /// <summary>Records one result of a target, as the rules would.</summary>
    public static Task<Guid> WithAResult(this App app, Programme programme, string code, long amount = 300_000_000, string? beneficiary = "Cơ sở A (dữ liệu minh họa)") =>
        app.WithDb(programme.ProvinceCode, async db =>
        {
            var clock = TimeProvider.System;
            var target = db.Targets.Single(t => t.ProgrammeId == programme.ProgrammeId && t.Code == code);
            var id = Uuid.New(clock);
            var recorded = new ResultRecorded(
                id, programme.ProvinceCode, programme.ProgrammeId, target.TargetId, 1, null, 1, new(2026, 3, 15), null, null, "Máy đóng gói (dữ liệu minh họa)", null, null,
                NaturalKeyKind.MachineSerial, $"{id:N}", null, [new("KCDP", new(amount))], beneficiary is null ? [] : [new(beneficiary)], "Kiểm thử", clock.UtcNow);
            target.Apply(recorded);
            db.Results.Add(Result.From(recorded, () => Uuid.New(clock)));
            db.Because("result.recorded", "kiểm thử");
            await db.SaveChangesAsync();
            return id;
        });

    public static Task<T> Read<T>(this App app, Programme programme, Func<KhuyenCongDb, Task<T>> read) => app.WithDb(programme.ProvinceCode, read);

    private static ProgrammeText Text(string mark) => new()
    {
        Decision = new($"{mark}/QĐ-UBND", new(2026, 1, 5), "UBND tỉnh", "Về việc kiểm thử"),
        Title = $"Chương trình kiểm thử {mark}",
        FromYear = 2026,
        ToYear = 2030,
        MoneyUnit = MoneyUnit.Dong,
        Contents = [new("1", "Máy móc thiết bị", "III.1"), new("2", "Bình chọn", "III.2")],
        Statements =
        [
            new() { Code = "T1", ContentCode = "1", Name = "Đề án máy móc", Unit = "đề án", Quantity = 100, Clause = "I.2.a", Quote = "Hỗ trợ 100 đề án", Sources = ["KCDP"] },
            new() { Code = "T1b", SameAs = "T1", ContentCode = "1", Name = "Đề án máy móc", Unit = "lượt cơ sở", Quantity = 100, Operator = TargetOperator.AtLeast, Clause = "III.1.b", Quote = "Hỗ trợ từ 100 lượt cơ sở" },
            new() { Code = "T2", ContentCode = "2", Name = "Kỳ bình chọn", Unit = "kỳ", Quantity = 3, Clause = "I.2.b", Quote = "Tổ chức 03 kỳ" },
            new() { Code = "T3", ContentCode = "2", Name = "Sản phẩm bình chọn", Unit = "sản phẩm", Quantity = 50, Operator = TargetOperator.MoreThan, Per = TargetPer.Round, Clause = "III.2.b", Quote = "trên 50 sản phẩm/đợt" },
        ],
        Money =
        [
            new() { Code = "M0", Name = "Tổng kinh phí", Printed = new(36_383_000_000), Clause = "V", Quote = "36.383.000.000 đồng" },
            new() { Code = "M1", Name = "Khuyến công quốc gia", Source = "KCQG", Printed = new(3_135_000_000), Clause = "V", Quote = "3.135.000.000 đồng" },
            new() { Code = "M2", Name = "Khuyến công địa phương", Source = "KCDP", Printed = new(33_248_300_000), Clause = "V", Quote = "33.248.300.000 đồng" },
        ],
        Aims = [new("A1", "Tốc độ tăng công nghiệp nông thôn", "I.1", "tăng bình quân", null, "%"), new("A2", "Phát triển bền vững", "I.1", "bền vững")],
        MissingAnnexes = [new("Bảng tổng hợp kinh phí", "V", "(đính kèm)")],
    };
}
