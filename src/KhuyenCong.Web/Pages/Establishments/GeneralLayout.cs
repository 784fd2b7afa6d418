using KhuyenCong.Domain.Establishments;
using KhuyenCong.Web.Resources;

namespace KhuyenCong.Web.Pages.Establishments;

/// <summary>The form of an establishment's general facts.</summary>
public static class GeneralLayout
{
    public static readonly IReadOnlyList<LayoutField> Fields =
    [
        new("Name", "Tên cơ sở") { Required = true, Wide = true },
        LayoutField.Of<LegalForm>("LegalForm", "Loại hình", f => f.Text(), "Chọn loại hình") with { Required = true },
        new("HeadOffice", "Địa chỉ trụ sở") { Hint = "Có thể khác nơi sản xuất, kể cả ở tỉnh khác." },
        new("Trade", "Ngành nghề, sản phẩm chính") { Wide = true },
        new("TradeCode", "Mã ngành VSIC") { Hint = "4 hoặc 5 chữ số theo giấy đăng ký. Chưa đối chiếu với danh mục: chưa có nguồn danh mục đã kiểm chứng." },
        new("TradeCodeVersion", "Phiên bản mã ngành", "select") { Choices = [.. Registering.TradeCodeVersions.Select(v => (v, v))] },
        LayoutField.Of("State", "Tình trạng", (EstablishmentState s) => s.Text(), null, EstablishmentState.Merged),
    ];

    /// <summary>A form not chosen yet is told at its field by <paramref name="fields"/>' owner.</summary>
    public static EstablishmentText Read(EntryText fields, out bool lacksForm)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var form = fields.Choice<LegalForm>("LegalForm");
        lacksForm = form is null;
        return new(form ?? default, fields.Text("Name") ?? "", fields.Text("HeadOffice"), fields.Text("TradeCode"), fields.Text("TradeCodeVersion"), fields.Text("Trade"), fields.Choice<EstablishmentState>("State") ?? EstablishmentState.Active);
    }

    public static Dictionary<string, string?> Write(EstablishmentText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new()
        {
            ["Name"] = text.Name,
            ["LegalForm"] = $"{text.LegalForm}",
            ["HeadOffice"] = text.HeadOffice,
            ["Trade"] = text.Trade,
            ["TradeCode"] = text.TradeCode,
            ["TradeCodeVersion"] = text.TradeCodeVersion ?? Registering.CurrentTradeCodes,
            ["State"] = $"{text.State}",
        };
    }
}
