using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Establishments;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Web.TagHelpers;

namespace KhuyenCong.Web.Resources;

/// <summary>Contracts in Vietnamese.</summary>
public static class ContractWords
{
    public static string Text(this ContractKind kind) => kind switch
    {
        ContractKind.Agency => "Hợp đồng với Cục",
        ContractKind.Assignment => "Giao nhiệm vụ",
        ContractKind.Support => "Hợp đồng hỗ trợ",
        _ => "Hợp đồng mua sắm, dịch vụ",
    };

    public static string Hint(this ContractKind kind) => kind switch
    {
        ContractKind.Agency => "Cục quản lý khuyến công ký với đơn vị thực hiện đề án khuyến công quốc gia.",
        ContractKind.Assignment => "Giao đơn vị trực thuộc thực hiện bằng văn bản, không ký hợp đồng.",
        ContractKind.Support => "Ký với cơ sở thụ hưởng về phần kinh phí được hỗ trợ.",
        _ => "Ký với nhà thầu, nhà cung cấp hàng hóa, dịch vụ phục vụ đề án, nhiệm vụ.",
    };

    public static string Text(this ContractState state) => state switch
    {
        ContractState.Drafting => "Đang soạn",
        ContractState.Proposed => "Đã trình ký",
        ContractState.Signed => "Đã ký",
        ContractState.Liquidated => "Đã thanh lý",
        _ => "Đã hủy",
    };

    public static Tone Tone(this ContractState state) => state switch
    {
        ContractState.Proposed => TagHelpers.Tone.Info,
        ContractState.Signed => TagHelpers.Tone.Good,
        ContractState.Liquidated => TagHelpers.Tone.Accent,
        ContractState.Cancelled => TagHelpers.Tone.Bad,
        _ => TagHelpers.Tone.Neutral,
    };

    public static string Text(this ContractAction action) => action switch
    {
        ContractAction.Propose => "Trình ký",
        ContractAction.SendBack => "Trả lại",
        ContractAction.Sign => "Ghi nhận đã ký",
        ContractAction.Liquidate => "Thanh lý",
        ContractAction.UndoLiquidation => "Hủy thanh lý",
        _ => "Hủy",
    };

    public static string Done(this ContractAction action) => action switch
    {
        ContractAction.Propose => "Đã trình ký",
        ContractAction.SendBack => "Đã trả lại",
        ContractAction.Sign => "Đã ghi nhận hợp đồng ký",
        ContractAction.Liquidate => "Đã thanh lý",
        ContractAction.UndoLiquidation => "Đã hủy thanh lý",
        _ => "Đã hủy",
    };

    /// <summary>What a contract waits for.</summary>
    public static string Next(this ContractState state) => state switch
    {
        ContractState.Drafting => "hoàn thiện và trình ký",
        ContractState.Proposed => "người có thẩm quyền ký, ghi nhận ngày ký",
        ContractState.Signed => "thực hiện, tạm ứng, nghiệm thu, quyết toán",
        _ => "không còn bước nào",
    };

    public static string Text(this SelectionMethod method) => method switch
    {
        SelectionMethod.Tender => "Đấu thầu",
        SelectionMethod.Review => "Xét chọn",
        SelectionMethod.Direct => "Chỉ định",
        _ => "Cách khác",
    };

    public static string Text(this ContractAmendmentState state) => state switch
    {
        ContractAmendmentState.Proposed => "Đã trình ký",
        ContractAmendmentState.Signed => "Đã ký",
        _ => "Đã trả lại",
    };

    public static Tone Tone(this ContractAmendmentState state) => state switch
    {
        ContractAmendmentState.Proposed => TagHelpers.Tone.Info,
        ContractAmendmentState.Signed => TagHelpers.Tone.Good,
        _ => TagHelpers.Tone.Warn,
    };

    public static string Text(this BankChangeState state) => state switch
    {
        BankChangeState.Asked => "Chờ xác nhận",
        BankChangeState.Confirmed => "Đã xác nhận",
        _ => "Không chấp nhận",
    };

    public static Tone Tone(this BankChangeState state) => state switch
    {
        BankChangeState.Asked => TagHelpers.Tone.Info,
        BankChangeState.Confirmed => TagHelpers.Tone.Good,
        _ => TagHelpers.Tone.Warn,
    };

    /// <summary>A tax code as it is shown: a person's own number only to whoever sees the account too.</summary>
    public static string? TaxCode(string? code, bool personal) => !personal && IdentifierText.IsTwelve(code) ? PersonalFields.Hide(code) : code;

    /// <summary>What one difference of an amendment is about.</summary>
    public static string Text(this ContractChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return change.Field.Split(':') is [ContractDifferences.AmountField, var source] ? FundingSource.Find(source)?.Name ?? source : change.Field switch
        {
            nameof(ContractText.Content) => "Nội dung",
            nameof(ContractText.StartsOn) => "Ngày bắt đầu",
            nameof(ContractText.EndsOn) => "Ngày kết thúc",
            nameof(ContractText.PartyA) => "Bên A",
            nameof(ContractText.PartyASigner) => "Người ký bên A",
            nameof(ContractText.PartyB) => "Bên B",
            nameof(ContractText.PartyBTaxCode) => "Mã số thuế bên B",
            nameof(ContractText.PartyBSigner) => "Người ký bên B",
            nameof(ContractText.Selection) => "Hình thức lựa chọn",
            nameof(ContractText.SelectionBasis) => "Căn cứ lựa chọn",
            nameof(ContractText.PaymentTerms) => "Điều kiện thanh toán",
            nameof(ContractText.Milestones) => "Tiến độ, đợt thanh toán",
            _ => change.Field,
        };
    }

    public static string? ShownBefore(this ContractChange change, bool personal)
    {
        ArgumentNullException.ThrowIfNull(change);
        return Shown(change.Field, change.Field is nameof(ContractText.PartyBTaxCode) ? TaxCode(change.Before, personal) : change.Before);
    }

    public static string? ShownAfter(this ContractChange change, bool personal)
    {
        ArgumentNullException.ThrowIfNull(change);
        return Shown(change.Field, change.Field is nameof(ContractText.PartyBTaxCode) ? TaxCode(change.After, personal) : change.After);
    }

    /// <summary>Stored codes of contract fields in words, for histories.</summary>
    public static string? OfCode(string field, string code) => field switch
    {
        "LocalPartyA" when Enum.TryParse<OrganisationKind>(code, out var body) => body.Text(),
        "Selection" when Enum.TryParse<SelectionMethod>(code, out var method) => method.Text(),
        "Kind" when code is nameof(ContractKind.Assignment) or nameof(ContractKind.Support) or nameof(ContractKind.Supply) && Enum.TryParse<ContractKind>(code, out var kind) => kind.Text(),
        "Action" when code is nameof(ContractAction.Propose) or nameof(ContractAction.Sign) or nameof(ContractAction.Liquidate) or nameof(ContractAction.UndoLiquidation) && Enum.TryParse<ContractAction>(code, out var action) => action.Text(),
        "State" or "FromState" or "ToState" when code is nameof(ContractState.Signed) or nameof(ContractState.Liquidated) && Enum.TryParse<ContractState>(code, out var state) => state.Text(),
        "State" when code is nameof(BankChangeState.Asked) && Enum.TryParse<BankChangeState>(code, out var bank) => bank.Text(),
        _ => null,
    };

    private static string? Shown(string field, string? value) => field is nameof(ContractText.Selection) && Enum.TryParse<SelectionMethod>(value, out var method) ? method.Text() : value;
}
